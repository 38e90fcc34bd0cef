import "server-only";
import { setImmediate, setTimeout } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { type Blocker, blockersOf, NO_ANSWERS, readingOf, sourceFormatOf } from "@/lib/imports/column-plan";
import { fieldDefinition } from "@/lib/imports/fields";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import { ImportSession } from "@/lib/imports/import-session";
import type { ImportCounts } from "@/lib/imports/import-view";
import { type FileProblem, FileRefused } from "@/lib/imports/problems";
import type { SourceFormat } from "@/lib/imports/source-format";
import { wireRow } from "@/lib/imports/wire-row";
import type { ImportDoor, PreviewAnswer } from "./import-door";
import { type PersonNeeded, whyPersonIsNeeded } from "./needs-person";

export type UnattendedFile = { name: string; content: Blob };

export type UnattendedOptions = {
  /** Commit when nothing needs a person; otherwise the preview is all. */
  commits: boolean;
  /** The same key and file give the same import. */
  key: string;
  /** A file that would change nothing is not kept. */
  skipsUnchanged?: boolean;
  /** Only this source's way of reading is used; whatever fits best without it. */
  sourceName?: string;
};

/** What became of a file nobody sits in front of. Up to `unclear` nothing of it was kept. */
export type UnattendedOutcome =
  | { outcome: "refused"; problem: FileProblem }
  | { outcome: "unclear"; questions: string[] }
  | { outcome: "waiting"; importId: string; number: number; counts: ImportCounts; reasons: PersonNeeded[] }
  | { outcome: "committed"; importId: string; number: number; counts: ImportCounts | null }
  | { outcome: "discarded"; importId: string; number: number };

/** Only where `skipsUnchanged` was asked for: nothing of the file was kept. */
export type Unchanged = { outcome: "unchanged" };

/** Reads a file like the browser does, compares it and, if asked and nothing needs a person, writes it. */
export async function importUnattended(
  door: ImportDoor,
  file: UnattendedFile,
  options: UnattendedOptions & { skipsUnchanged: true },
): Promise<UnattendedOutcome | Unchanged>;
export async function importUnattended(
  door: ImportDoor,
  file: UnattendedFile,
  options: UnattendedOptions & { skipsUnchanged?: false },
): Promise<UnattendedOutcome>;
export async function importUnattended(
  door: ImportDoor,
  file: UnattendedFile,
  options: UnattendedOptions,
): Promise<UnattendedOutcome | Unchanged> {
  try {
    const sources = (await door.sources()).filter(
      ({ name }) => options.sourceName === undefined || name === options.sourceName,
    );
    const formats = sources.map(({ format }) => format);
    const { session, opened } = await ImportSession.open(file.content, formats, breathe);
    const format = formatOf(opened);
    if (Array.isArray(format)) return { outcome: "unclear", questions: format };
    const begun = await door.begin({
      fileName: file.name,
      fileBytes: opened.bytes,
      fileHash: opened.sha256,
      format,
      rowCount: format.rows?.lines ?? opened.rowCount,
      key: options.key,
    });
    for (const { rows } of session.stage(readingOf(format))) {
      const wire = rows.map((row) => wireRow(row, format.fields));
      if ((await stageUnlessClosed(door, begun.import_id, wire)) === "closed") break;
    }
    return await finishOnceFree(door, begun.import_id, options);
  } catch (error) {
    if (error instanceof FileRefused) return { outcome: "refused", problem: error.problem };
    throw error;
  }
}

/** A repeated call finds its import closed by the first one; the preview then says how it ended. */
async function stageUnlessClosed(
  door: ImportDoor,
  importId: string,
  rows: Parameters<ImportDoor["stage"]>[1],
): Promise<"staged" | "closed"> {
  try {
    await door.stage(importId, rows);
    return "staged";
  } catch (error) {
    if (error instanceof AppError && error.reason === "import_is_closed") return "closed";
    throw error;
  }
}

/** What another call for the same import, or another import of the organization, holds for a moment. */
const PASSING = new Set(["not_previewed", "import_is_busy", "import_moved", "transfer_running"]);
const PAUSES_MS = [200, 500, 1_000, 2_000, 4_000];

/** Compares and, if asked, writes; what is only in the way for now is waited for. */
async function finishOnceFree(
  door: ImportDoor,
  importId: string,
  options: UnattendedOptions,
): Promise<UnattendedOutcome | Unchanged> {
  for (const pause of PAUSES_MS) {
    try {
      return await finish(door, await door.preview(importId), options);
    } catch (error) {
      if (!(error instanceof AppError) || !PASSING.has(error.reason ?? "")) throw error;
      await setTimeout(pause);
    }
  }
  return finish(door, await door.preview(importId), options);
}

async function finish(
  door: ImportDoor,
  seen: PreviewAnswer,
  { commits, key, skipsUnchanged }: UnattendedOptions,
): Promise<UnattendedOutcome | Unchanged> {
  const about = { importId: seen.import_id, number: seen.number };
  if (seen.outcome === "discarded") return { outcome: "discarded", ...about };
  if (seen.outcome === "already_committed") return { outcome: "committed", ...about, counts: seen.counts };
  const { counts } = seen;
  const reasons = whyPersonIsNeeded({ counts, preview: seen });
  if (skipsUnchanged && reasons.length === 0 && isWithoutChange(counts)) {
    await door.discard(seen.import_id);
    return { outcome: "unchanged" };
  }
  if (!commits || reasons.length > 0) return { outcome: "waiting", ...about, counts, reasons };
  const done = await door.commit(seen.import_id, key);
  if (done.outcome === "committed") return { outcome: "committed", ...about, counts: done.counts };
  if (done.outcome === "already_committed") return { outcome: "committed", ...about, counts };
  if (done.outcome === "discarded") return { outcome: "discarded", ...about };
  return { outcome: "waiting", ...about, counts: ("counts" in done && done.counts) || counts, reasons: [MOVED] };
}

/** Orders that the file no longer has stay as they are, so they are no change either. */
function isWithoutChange({ new_lines, changed_lines, new_orders, changed_orders, errors }: ImportCounts): boolean {
  return new_lines + changed_lines + new_orders + changed_orders + errors === 0;
}

/** What the preview did not know yet when it was looked through. */
const MOVED: PersonNeeded = {
  code: "needs_confirmation",
  message: "Something changed while the file was compared. Open the import and decide.",
  count: 1,
  examples: [],
};

/** Other requests are served between two batches of rows. */
const breathe = async () => {
  await setImmediate();
};

/** How the file is read, or what only a person can say about it. */
function formatOf(opened: OpenedFile): SourceFormat | string[] {
  const { examination, proposal } = opened;
  const blockers = blockersOf(opened, proposal.fields, examination, NO_ANSWERS);
  return blockers.length > 0
    ? blockers.map((blocker) => questionOf(blocker, opened))
    : sourceFormatOf(opened, proposal.fields, examination);
}

function questionOf(blocker: Blocker, { rowProblems }: OpenedFile): string {
  if (blocker.kind === "rows")
    return `${blocker.count} rows do not have as many cells as there are columns. ${rowProblems[0]?.message ?? ""}`.trim();
  if (blocker.kind === "missing")
    return `No column was recognized as ${blocker.fields.map((field) => fieldDefinition(field).label).join(", ")}.`;
  return QUESTIONS[blocker.kind];
}

const QUESTIONS = {
  errors: "Cells hold errors of a spreadsheet, such as #REF!.",
  no_lines: "No row was recognized as an order line.",
  dates: "Nothing in the file says whether its dates write the day or the month first.",
  epoch: "Nothing in the file says whether its dates are counted from 1900 or 1904.",
  numbers: "Nothing in the file says whether its numbers use a comma or a point for decimals.",
  continuation: "Nothing in the file says whether rows without an order number belong to the order above.",
  encoding: "Its letters can be read in more than one way.",
  sheet: "More than one sheet of the workbook could hold the open orders.",
  unmatched: "Items belong to orders that are not in the file.",
} satisfies Record<Exclude<Blocker["kind"], "rows" | "missing">, string>;
