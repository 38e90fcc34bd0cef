import { checkSize, type DecodedFile, decodeFile } from "./decode";
import { type Examination, Examiner } from "./examine";
import type { FieldColumns } from "./fields";
import type { ImportPhase, OpenedFile } from "./import-protocol";
import { type Reading, type StagedChunk, stageRows } from "./normalize-rows";
import { type FileRow, openTable, type RowProblem, readRows, type Table } from "./parse";
import { refusal } from "./problems";
import { proposeMapping, rememberMapping } from "./propose-mapping";
import type { SourceFormat } from "./source-format";

/** Called between two batches of rows; it may wait, report, or throw to stop the work. */
export type Checkpoint = (phase: ImportPhase, done: number) => Promise<void>;

const SAMPLE_ROWS = 20;
const PROPOSAL_ROWS = 1_000;
const SHOWN_PROBLEMS = 100;

/**
 * One uploaded file from its bytes to staged rows, without a page or a worker around it. Only the decoded text is kept;
 * each step reads it again. Throws `FileRefused`.
 */
export class ImportSession {
  readonly #table: Table;
  readonly #checkpoint: Checkpoint;

  private constructor(table: Table, checkpoint: Checkpoint) {
    this.#table = table;
    this.#checkpoint = checkpoint;
  }

  static async open(
    file: Blob,
    earlier: SourceFormat | null,
    checkpoint: Checkpoint,
  ): Promise<{ session: ImportSession; opened: OpenedFile }> {
    checkSize(file.size);
    await checkpoint("reading", 0);
    const { decoded, sha256 } = await readFile(file);
    await checkpoint("reading", 1);
    const table = openTable(decoded.text);
    const rows = await checkRows(table, checkpoint);
    const session = new ImportSession(table, checkpoint);
    const remembered = earlier && rememberMapping(table.headers, earlier);
    const proposal = remembered ?? proposeMapping(table.headers, rows.sample);
    const opened: OpenedFile = {
      bytes: file.size,
      sha256,
      encoding: decoded.encoding,
      encodingEvidence: decoded.evidence,
      encodingSample: decoded.sample,
      delimiter: table.dialect.delimiter,
      lineEnding: table.dialect.hasMixedLineEndings ? "\r\n" : table.dialect.lineEnding,
      headers: table.headers,
      sample: rows.sample.slice(0, SAMPLE_ROWS),
      rowCount: rows.rowCount,
      rowProblemCount: rows.rowProblemCount,
      rowProblems: rows.rowProblems,
      proposal,
      examination: withEarlierAnswers(await session.examine(proposal.fields), remembered ? earlier : null),
    };
    return { session, opened };
  }

  /** Formats and status words for a mapping; asked again whenever the person changes it. */
  async examine(fields: FieldColumns): Promise<Examination> {
    const examiner = new Examiner(fields);
    for (const { rows, done } of readRows(this.#table)) {
      for (const row of rows) examiner.add(row);
      await this.#checkpoint("examining", done);
    }
    return examiner.result();
  }

  stage(reading: Reading): Generator<StagedChunk, void, undefined> {
    return stageRows(this.#table, reading);
  }
}

/** What a person decided about the same source last time answers what this file leaves open; it is asked only once. */
function withEarlierAnswers(examination: Examination, earlier: SourceFormat | null): Examination {
  if (!earlier) return examination;
  const { formats, dates, numbers } = examination;
  const { date, decimal, group } = earlier.formats;
  return {
    ...examination,
    formats: { ...formats, ...(dates.isAmbiguous && { date }), ...(numbers.isAmbiguous && { decimal, group }) },
    dates: { ...dates, isAmbiguous: dates.isAmbiguous && date === "iso" },
    numbers: { ...numbers, isAmbiguous: false },
  };
}

async function readFile(file: Blob): Promise<{ decoded: DecodedFile; sha256: string | null }> {
  const buffer = await file.arrayBuffer().catch(() => {
    throw refusal("file_unreadable", {});
  });
  return { decoded: decodeFile(new Uint8Array(buffer)), sha256: await hash(buffer) };
}

/** Browsers offer hashing only to https pages and localhost. */
async function hash(buffer: ArrayBuffer): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", buffer));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

type CheckedRows = { sample: FileRow[]; rowCount: number; rowProblemCount: number; rowProblems: RowProblem[] };

async function checkRows(table: Table, checkpoint: Checkpoint): Promise<CheckedRows> {
  const checked: CheckedRows = { sample: [], rowCount: 0, rowProblemCount: 0, rowProblems: [] };
  for (const { rows, problems, done } of readRows(table)) {
    checked.rowCount += rows.length;
    checked.rowProblemCount += problems.length;
    checked.sample.push(...rows.slice(0, PROPOSAL_ROWS - checked.sample.length));
    checked.rowProblems.push(...problems.slice(0, SHOWN_PROBLEMS - checked.rowProblems.length));
    await checkpoint("checking", done);
  }
  if (checked.rowCount + checked.rowProblemCount === 0) throw refusal("header_only", {});
  return checked;
}
