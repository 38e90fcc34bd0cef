import { derivedByPreset } from "./choose-preset";
import type { DerivedFields } from "./derived-quantity";
import { type Examination, Examiner } from "./examine";
import type { FieldColumns } from "./fields";
import type { ImportPhase, OpenedFile } from "./import-protocol";
import { withEarlierAnswers, withPreset } from "./known-answers";
import { type Reading, type StagedChunk, stageRows } from "./normalize-rows";
import { type OpenedTable, openTables } from "./open-tables";
import type { FileRow, RowProblem, Table } from "./parse";
import type { Preset } from "./presets/preset";
import { refusal } from "./problems";
import { proposeFor } from "./propose-for";
import { rememberMapping } from "./propose-mapping";
import type { ReadingChoices } from "./reading-choices";
import type { SourceFormat } from "./source-format";

/** Called between two batches of rows; it may wait, report, or throw to stop the work. */
export type Checkpoint = (phase: ImportPhase, done: number) => Promise<void>;

/** One file, or two that belong together. `earlier`: how sources were read before, the most recent first. */
export type ImportInput = Blob | readonly Blob[];

const SAMPLE_ROWS = 20;
const PROPOSAL_ROWS = 1_000;
const SHOWN_PROBLEMS = 100;

/**
 * Uploaded files from their bytes to staged rows, without a page or a worker around it. Only the decoded text (or a workbook's
 * cells) is kept; each step reads it again. Throws `FileRefused`.
 */
export class ImportSession {
  readonly #table: Table;
  readonly #preset: Preset | null;
  readonly #checkpoint: Checkpoint;
  #continuation: Reading["continuation"];
  #derived: DerivedFields = {};

  private constructor(table: Table, preset: Preset | null, checkpoint: Checkpoint) {
    this.#table = table;
    this.#preset = preset;
    this.#checkpoint = checkpoint;
  }

  static async open(
    input: ImportInput,
    earlier: SourceFormat | readonly SourceFormat[] | null,
    checkpoint: Checkpoint,
    given: ReadingChoices = {},
  ): Promise<{ session: ImportSession; opened: OpenedFile }> {
    const files = input instanceof Blob ? [input] : input;
    const sources = earlier === null ? [] : "headers" in earlier ? [earlier] : earlier;
    await checkpoint("reading", 0);
    const { read, choices } = await openAsBefore(files, sources, given);
    await checkpoint("reading", 1);
    const { table, preset, ...facts } = read;
    const rows = await checkRows(table, checkpoint);
    const proposal = proposeFor({ table, preset, sample: rows.sample, sources, choices });
    const session = new ImportSession(table, preset, checkpoint);
    const remembered = sources[proposal.source ?? -1] ?? null;
    const examination = withEarlierAnswers(await session.examine(proposal.fields), remembered);
    const opened: OpenedFile = {
      ...facts,
      choices,
      sha256: await hashFiles(files),
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      table: table.kind,
      headers: table.headers,
      headerRow: table.headerRow,
      preamble: table.preamble,
      preset: preset && { id: preset.id, name: preset.name },
      sample: rows.sample.slice(0, SAMPLE_ROWS),
      rowCount: examination.rows.lines,
      rowProblemCount: rows.rowProblemCount,
      rowProblems: rows.rowProblems,
      rest: read.rest(),
      proposal,
      examination,
    };
    return { session, opened };
  }

  /** Formats, status words and how rows are told apart, for a mapping; asked again whenever the person changes it. */
  async examine(fields: FieldColumns): Promise<Examination> {
    const examiner = new Examiner(fields, this.#preset?.hasMainLines ?? false);
    for (const batch of this.#table.read()) {
      examiner.addBatch(batch);
      await this.#checkpoint("examining", batch.done);
    }
    const found = withPreset(examiner.result(), this.#preset);
    this.#continuation = found.continuation.continuation;
    this.#derived = derivedByPreset(this.#preset, this.#table.headers, fields);
    return { ...found, derived: this.#derived };
  }

  /** What the reading leaves open is as the last examination found it. */
  stage(reading: Reading): Generator<StagedChunk, void, undefined> {
    const found = {
      continuation: this.#continuation ?? "full",
      hasMainLines: this.#preset?.hasMainLines ?? false,
      derived: this.#derived,
    };
    return stageRows(this.#table, { ...found, ...reading });
  }
}

/** Rows somebody decided to leave out are left out of the next file with the same columns too. */
async function openAsBefore(
  files: readonly Blob[],
  sources: readonly SourceFormat[],
  choices: ReadingChoices,
): Promise<{ read: OpenedTable; choices: ReadingChoices }> {
  const read = await openTables(files, sources, choices);
  const before = sources.find((source) => rememberMapping(read.table.headers, source));
  if (choices.leavesOut || !before?.leaves_out) return { read, choices };
  const asBefore = { ...choices, leavesOut: before.leaves_out };
  return { read: await openTables(files, sources, asBefore), choices: asBefore };
}

/** Browsers offer hashing only to https pages and localhost. Two files have the hash of their hashes. */
async function hashFiles(files: readonly Blob[]): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const hashes: string[] = [];
  for (const file of files) hashes.push(await hash(await file.arrayBuffer()));
  const [only = ""] = hashes;
  return hashes.length === 1 ? only : hash(new TextEncoder().encode(hashes.join()).buffer);
}

async function hash(buffer: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", buffer));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

type CheckedRows = { sample: FileRow[]; rowProblemCount: number; rowProblems: RowProblem[] };

async function checkRows(table: Table, checkpoint: Checkpoint): Promise<CheckedRows> {
  const checked: CheckedRows = { sample: [], rowProblemCount: 0, rowProblems: [] };
  let rowCount = 0;
  for (const { rows, problems, done } of table.read()) {
    rowCount += rows.length + problems.length;
    checked.rowProblemCount += problems.length;
    checked.sample.push(...rows.slice(0, PROPOSAL_ROWS - checked.sample.length));
    checked.rowProblems.push(...problems.slice(0, SHOWN_PROBLEMS - checked.rowProblems.length));
    await checkpoint("checking", done);
  }
  if (rowCount === 0) throw refusal("header_only", {});
  return checked;
}
