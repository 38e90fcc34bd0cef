import type { Examination } from "./examine";
import type { FieldColumns } from "./fields";
import type { JoinRest } from "./join-files";
import type { Reading } from "./normalize-rows";
import type { FileFacts } from "./open-tables";
import type { FileRow, RowProblem, TableKind } from "./parse";
import type { FileProblem } from "./problems";
import type { MappingProposal } from "./propose-for";
import type { ReadingChoices } from "./reading-choices";
import type { SourceFormat } from "./source-format";

/** What the page asks of the worker. One request at a time; `cancel` may come at any moment. */
export type ImportRequest =
  | { type: "open"; files: Blob[]; earlier: readonly SourceFormat[]; choices: ReadingChoices }
  | { type: "examine"; fields: FieldColumns }
  | { type: "normalize"; reading: Reading }
  | { type: "next" }
  | { type: "cancel" };

/** Rows on their way: `body` as it is sent, so that the page neither copies nor writes them anew. */
export type UploadChunk = { body: string; rowCount: number; done: number };

export type ImportPhase = "reading" | "checking" | "examining";

/** `done` runs from 0 to 1 within a phase. `refused` is about the file; `failed` is a fault of ours. */
export type ImportReply =
  | { type: "progress"; phase: ImportPhase; done: number }
  | { type: "opened"; file: OpenedFile }
  | { type: "examined"; examination: Examination }
  | { type: "ready" }
  | { type: "chunk"; chunk: UploadChunk }
  | { type: "finished" }
  | { type: "refused"; problem: FileProblem }
  | { type: "cancelled" }
  | { type: "failed"; message: string };

/** Everything the mapping page shows about files that were accepted. `sha256` is null where the browser can't hash (plain http). */
export type OpenedFile = FileFacts & {
  /** What a person said about this file, or about the same source before. */
  choices: ReadingChoices;
  bytes: number;
  sha256: string | null;
  table: TableKind;
  headers: string[];
  headerRow: number;
  /** What stands above the column names, a text for each row. */
  preamble: string[];
  preset: { id: string; name: string } | null;
  sample: FileRow[];
  /** The lines, as they were told from other rows by the proposed mapping. */
  rowCount: number;
  /** While there is one, the file can't be imported: rows are never left out silently. */
  rowProblemCount: number;
  rowProblems: RowProblem[];
  /** What two files leave over. */
  rest: JoinRest | null;
  proposal: MappingProposal;
  examination: Examination;
};
