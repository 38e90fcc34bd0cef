import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readingOf, sourceFormatOf } from "@/lib/imports/column-plan";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import { ImportSession } from "@/lib/imports/import-session";
import type { StagedRow } from "@/lib/imports/normalize-rows";
import type { SourceFormat } from "@/lib/imports/source-format";

export type ReadImport = { opened: OpenedFile; format: SourceFormat; rows: StagedRow[] };

/** A file by hand of a real system. */
export function fixtureFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(import.meta.dirname, "../fixtures/imports", `${name}.csv`)));
}

/** The same, read the way the page reads it when nobody corrects anything. */
export function readFixture(name: string): Promise<ReadImport> {
  return readImport(fixtureFile(name));
}

/** The same for any bytes, or two files of them. */
export async function readImport(
  files: Uint8Array<ArrayBuffer> | string | (Uint8Array<ArrayBuffer> | string)[],
  earlier: SourceFormat | null = null,
): Promise<ReadImport> {
  const blobs = (Array.isArray(files) ? files : [files]).map((content) => new Blob([content]));
  const { session, opened } = await ImportSession.open(blobs, earlier, async () => undefined);
  const format = sourceFormatOf(opened, opened.proposal.fields, opened.examination);
  const rows = [...session.stage(readingOf(format))].flatMap((chunk) => chunk.rows);
  return { opened, format, rows };
}
