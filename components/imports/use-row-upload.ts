"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { errorSentence } from "@/lib/errors";
import { beginImport, previewImport } from "@/lib/imports/actions";
import { readingOf } from "@/lib/imports/column-plan";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import type { ImportReader } from "@/lib/imports/import-reader";
import { FileRefused } from "@/lib/imports/problems";
import type { SourceFormat } from "@/lib/imports/source-format";
import { UploadStopped, uploadRows } from "@/lib/imports/upload-rows";
import { newRequestKey } from "@/lib/request-key";
import type { ActionResult } from "@/lib/result";
import { routes } from "@/lib/routes";

export type UploadState =
  | { at: "idle" }
  | { at: "sending"; done: number; rows: number }
  | { at: "comparing" }
  | { at: "stopped"; message: string; importId: string | null };

export type UploadJob = {
  reader: ImportReader;
  file: OpenedFile;
  fileName: string;
  format: SourceFormat;
  /** What the person chose: when it was made tells an older file from a newer one. */
  files?: readonly File[];
  /** The import whose upload goes on; a new one is begun without it. */
  importId?: string;
};

const LOST = "The connection was lost. The rows sent so far are kept; try again to send the rest.";
const CANCELLED =
  "You stopped the upload. The rows sent so far are kept until you discard the import; no order was changed.";

/** Sends a file's rows part by part, has them compared and opens the preview. What was accepted isn't sent again. */
export function useRowUpload(org: string) {
  const router = useRouter();
  const [state, setState] = useState<UploadState>({ at: "idle" });
  const abort = useRef<AbortController | null>(null);
  const kept = useRef<{ job: UploadJob; key: string; importId: string | null; accepted: Set<number> } | null>(null);
  const isBusy = state.at === "sending" || state.at === "comparing";

  useEffect(() => () => abort.current?.abort(), []);
  useEffect(() => {
    if (!isBusy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isBusy]);

  function start(job: UploadJob) {
    kept.current = { job, key: newRequestKey(), importId: job.importId ?? null, accepted: new Set() };
    return run();
  }

  async function run() {
    const progress = kept.current;
    if (!progress) return;
    abort.current = new AbortController();
    setState({ at: "sending", done: 0, rows: 0 });
    try {
      progress.importId ??= await begin(org, progress.job, progress.key);
      await send(progress.importId, progress.job, progress.accepted, abort.current.signal);
      setState({ at: "comparing" });
      await expectOk(previewImport(null, formOf({ org, import_id: progress.importId })));
      router.push(routes.importRun(org, progress.importId));
    } catch (error) {
      setState({ at: "stopped", message: messageOf(error), importId: progress.importId });
    }
  }

  async function send(importId: string, { reader, format }: UploadJob, accepted: Set<number>, signal: AbortSignal) {
    let rows = 0;
    let furthest = 0;
    await uploadRows({
      url: routes.importRows(org, importId),
      chunks: reader.chunks(readingOf(format)),
      accepted,
      signal,
      onAccepted: (done, count) => {
        rows += count;
        furthest = Math.max(furthest, done);
        setState({ at: "sending", done: furthest, rows });
      },
    });
  }

  const rowCount = kept.current?.job.format.rows?.lines ?? null;
  return {
    state,
    rowCount,
    start,
    retry: run,
    cancel: () => abort.current?.abort(),
    reset: () => setState({ at: "idle" }),
  };
}

async function begin(org: string, { file, fileName, format, files = [] }: UploadJob, key: string): Promise<string> {
  const form = formOf({
    org,
    file_name: fileName,
    file_bytes: String(file.bytes),
    file_hash: file.sha256 ?? "",
    format: JSON.stringify(format),
    row_count: String(format.rows?.lines ?? file.rowCount),
    idempotency_key: key,
    ...(files.length > 0 && { file_modified_at: new Date(Math.max(...files.map(madeAt))).toISOString() }),
  });
  return (await expectOk(beginImport(null, form))).import_id;
}

const madeAt = ({ lastModified }: File) => lastModified;

async function expectOk<T>(answer: Promise<ActionResult<T>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.data;
  const [field] = Object.values(result.fields ?? {});
  throw new UploadStopped(field ?? result.message, false);
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

function messageOf(error: unknown): string {
  if (error instanceof UploadStopped || error instanceof FileRefused) return error.message;
  if (error instanceof DOMException && error.name === "AbortError") return CANCELLED;
  // A fetch that got no answer at all is a TypeError; anything else is a fault of ours.
  return error instanceof TypeError ? LOST : `${errorSentence("unexpected")} The rows sent so far are kept.`;
}
