import { decodeFile } from "@/lib/imports/decode";
import { type FileRow, openTable, type RowProblem } from "@/lib/imports/parse";
import { type FileProblem, FileRefused } from "@/lib/imports/problems";

/** Text or bytes → everything a page would learn about the rows. */
export function readTable(content: string | Uint8Array): {
  headers: string[];
  rows: FileRow[];
  problems: RowProblem[];
} {
  const text = typeof content === "string" ? content : decodeFile(content).text;
  const table = openTable(text);
  const batches = [...table.read()];
  return {
    headers: table.headers,
    rows: batches.flatMap((batch) => batch.rows),
    problems: batches.flatMap((batch) => batch.problems),
  };
}

/** The refusal that `work` ends in; a test fails when there is none. */
export function refusalOf(work: () => unknown): FileProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof FileRefused) return error.problem;
    throw error;
  }
  throw new Error("The file was not refused.");
}

export const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
