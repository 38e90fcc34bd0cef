import "server-only";
import { setImmediate } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { type Blocker, blockersOf, formatsWith, sourceFormatOf } from "@/lib/imports/column-plan";
import { fieldDefinition } from "@/lib/imports/fields";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import { ImportSession } from "@/lib/imports/import-session";
import type { ImportCounts } from "@/lib/imports/import-view";
import { type FileProblem, FileRefused } from "@/lib/imports/problems";
import { rememberMapping } from "@/lib/imports/propose-mapping";
import type { SourceFormat } from "@/lib/imports/source-format";
import type { ImportDoor, KnownSource, PreviewAnswer } from "./import-door";
import { type PersonNeeded, whyPersonIsNeeded } from "./needs-person";

export type UnattendedFile = { name: string; content: Blob };

export type UnattendedOptions = {
  /** Commit when nothing needs a person; otherwise the preview is all. */
  commits: boolean;
  /** The same key and file give the same import. */
  key: string;
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

/** Reads a file like the browser does, compares it and, if asked and nothing needs a person, writes it. */
export async function importUnattended(
  door: ImportDoor,
  file: UnattendedFile,
  options: UnattendedOptions,
): Promise<UnattendedOutcome> {
  try {
    const sources = (await door.sources()).filter(
      ({ name }) => options.sourceName === undefined || name === options.sourceName,
    );
    const { session, opened } = await openLikeBefore(file, sources);
    const format = formatOf(opened);
    if (Array.isArray(format)) return { outcome: "unclear", questions: format };
    const begun = await door.begin({
      fileName: file.name,
      fileBytes: opened.bytes,
      fileHash: opened.sha256,
      format,
      rowCount: opened.rowCount,
      key: options.key,
    });
    for (const { rows } of session.stage({ fields: format.fields, formats: format.formats })) {
      if ((await stageUnlessClosed(door, begun.import_id, rows)) === "closed") break;
    }
    return await finish(door, await door.preview(begun.import_id), options);
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

async function finish(
  door: ImportDoor,
  seen: PreviewAnswer,
  { commits, key }: UnattendedOptions,
): Promise<UnattendedOutcome> {
  const about = { importId: seen.import_id, number: seen.number };
  if (seen.outcome === "discarded") return { outcome: "discarded", ...about };
  if (seen.outcome === "already_committed") return { outcome: "committed", ...about, counts: seen.counts };
  const { counts } = seen;
  const reasons = whyPersonIsNeeded({ counts, preview: seen });
  if (!commits || reasons.length > 0) return { outcome: "waiting", ...about, counts, reasons };
  const done = await door.commit(seen.import_id, key);
  if (done.outcome === "committed") return { outcome: "committed", ...about, counts: done.counts };
  if (done.outcome === "already_committed") return { outcome: "committed", ...about, counts };
  if (done.outcome === "discarded") return { outcome: "discarded", ...about };
  return { outcome: "waiting", ...about, counts: ("counts" in done && done.counts) || counts, reasons: [CONFIRMATION] };
}

const CONFIRMATION: PersonNeeded = {
  code: "needs_confirmation",
  message: "Something changed while the file was compared, or asks for a second look. Open the import and decide.",
  count: 1,
  examples: [],
};

/** Other requests are served between two batches of rows. */
const breathe = async () => {
  await setImmediate();
};

async function openLikeBefore(
  { content }: UnattendedFile,
  sources: readonly KnownSource[],
): Promise<{ session: ImportSession; opened: OpenedFile }> {
  const first = await ImportSession.open(content, sources[0]?.format ?? null, breathe);
  if (first.opened.proposal.isRemembered) return first;
  const other = sources.slice(1).find(({ format }) => rememberMapping(first.opened.headers, format));
  return other ? ImportSession.open(content, other.format, breathe) : first;
}

/** How the file is read, or what only a person can say about it. */
function formatOf(opened: OpenedFile): SourceFormat | string[] {
  const { fields } = opened.proposal;
  const noAnswers = { date: null, decimal: null };
  const blockers = blockersOf(opened, fields, opened.examination, noAnswers);
  if (blockers.length === 0) return sourceFormatOf(opened, fields, formatsWith(opened.examination, noAnswers));
  return blockers.map((blocker) => questionOf(blocker, opened));
}

function questionOf(blocker: Blocker, opened: OpenedFile): string {
  switch (blocker.kind) {
    case "rows":
      return `${blocker.count} rows do not have as many cells as there are columns. ${opened.rowProblems[0]?.message ?? ""}`;
    case "missing":
      return `No column was recognized as ${blocker.fields.map((field) => fieldDefinition(field).label).join(", ")}.`;
    case "dates":
      return "Nothing in the file says whether its dates write the day or the month first.";
    case "numbers":
      return "Nothing in the file says whether its numbers use a comma or a point for decimals.";
  }
}
