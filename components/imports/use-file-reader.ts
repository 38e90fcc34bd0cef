"use client";

import { useEffect, useRef, useState } from "react";
import type { ImportPhase, OpenedFile } from "@/lib/imports/import-protocol";
import { ImportReader } from "@/lib/imports/import-reader";
import { FileRefused } from "@/lib/imports/problems";
import { rememberMapping } from "@/lib/imports/propose-mapping";
import type { SourceFormat } from "@/lib/imports/source-format";

export type ReadState =
  | { at: "choose"; refused: { fileName: string; message: string } | null }
  | { at: "reading"; fileName: string; phase: ImportPhase; done: number }
  | { at: "open"; fileName: string; file: OpenedFile; reader: ImportReader };

const UNREADABLE =
  "Your browser could not read the file. Close other programs that use it, reload this page and try again.";

/** Reads a chosen file in a worker, which is ended when the page is left or another file is chosen. */
export function useFileReader(sources: readonly SourceFormat[]) {
  const [state, setState] = useState<ReadState>({ at: "choose", refused: null });
  const current = useRef<ImportReader | null>(null);
  useEffect(() => () => current.current?.close(), []);

  async function read(file: File): Promise<{ file: OpenedFile; reader: ImportReader } | null> {
    current.current?.close();
    const fileName = file.name;
    const reader = new ImportReader((phase, done) => {
      setState((shown) => (shown.at === "reading" ? { ...shown, phase, done } : shown));
    });
    current.current = reader;
    setState({ at: "reading", fileName, phase: "reading", done: 0 });
    try {
      const opened = await openLikeBefore(reader, file, sources);
      setState({ at: "open", fileName, file: opened, reader });
      return { file: opened, reader };
    } catch (error) {
      // Another file was chosen meanwhile, or this one was let go.
      if (current.current !== reader) return null;
      close({ fileName, message: error instanceof FileRefused ? error.message : UNREADABLE });
      return null;
    }
  }

  /** Lets the file go; its name and reason stay in sight when there is one. */
  function close(refused: { fileName: string; message: string } | null = null) {
    const reader = current.current;
    current.current = null;
    reader?.close();
    setState({ at: "choose", refused });
  }

  return { state, read, close };
}

/** Of several sources, the one whose columns the file has. The last one is tried first: it is nearly always that. */
async function openLikeBefore(reader: ImportReader, file: File, sources: readonly SourceFormat[]): Promise<OpenedFile> {
  const opened = await reader.open(file, sources[0]);
  if (opened.proposal.isRemembered) return opened;
  const other = sources.slice(1).find((source) => rememberMapping(opened.headers, source));
  return other ? reader.open(file, other) : opened;
}
