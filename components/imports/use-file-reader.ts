"use client";

import { useEffect, useRef, useState } from "react";
import type { ImportPhase, OpenedFile } from "@/lib/imports/import-protocol";
import { ImportReader } from "@/lib/imports/import-reader";
import { FileRefused } from "@/lib/imports/problems";
import type { ReadingChoices } from "@/lib/imports/reading-choices";
import type { SourceFormat } from "@/lib/imports/source-format";

export type ReadState =
  | { at: "choose"; refused: { fileName: string; message: string } | null }
  | { at: "reading"; fileName: string; phase: ImportPhase; done: number }
  | { at: "open"; fileName: string; files: File[]; file: OpenedFile; choices: ReadingChoices; reader: ImportReader };

const UNREADABLE =
  "Your browser could not read the file. Close other programs that use it, reload this page and try again.";

/** Reads chosen files in a worker, which is ended when the page is left or another file is chosen. */
export function useFileReader(sources: readonly SourceFormat[]) {
  const [state, setState] = useState<ReadState>({ at: "choose", refused: null });
  const current = useRef<ImportReader | null>(null);
  useEffect(() => () => current.current?.close(), []);

  /** One file, or two that belong together; `choices` when they were read before and a person corrected something. */
  async function read(
    files: File[],
    choices: ReadingChoices = {},
  ): Promise<{ file: OpenedFile; reader: ImportReader; files: File[] } | null> {
    current.current?.close();
    const fileName = nameOf(files);
    const reader = new ImportReader((phase, done) => {
      setState((shown) => (shown.at === "reading" ? { ...shown, phase, done } : shown));
    });
    current.current = reader;
    setState({ at: "reading", fileName, phase: "reading", done: 0 });
    try {
      const file = await reader.open(files, sources, choices);
      setState({ at: "open", fileName, files, file, choices: file.choices, reader });
      return { file, reader, files };
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

/** "orders.csv + items.csv", as the import is called. */
function nameOf(files: File[]): string {
  return files
    .map(({ name }) => name)
    .join(" + ")
    .slice(0, 255);
}
