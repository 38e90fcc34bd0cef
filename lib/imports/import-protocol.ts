import type { Delimiter, LineEnding } from "./dialect";
import type { Encoding } from "./encodings";
import type { Examination } from "./examine";
import type { FieldColumns } from "./fields";
import type { Reading, StagedChunk } from "./normalize-rows";
import type { FileRow, RowProblem } from "./parse";
import type { FileProblem } from "./problems";
import type { MappingProposal } from "./propose-mapping";
import type { SourceFormat } from "./source-format";

/** What the page asks of the worker. One request at a time; `cancel` may come at any moment. */
export type ImportRequest =
  | { type: "open"; file: Blob; earlier: SourceFormat | null }
  | { type: "examine"; fields: FieldColumns }
  | { type: "normalize"; reading: Reading }
  | { type: "next" }
  | { type: "cancel" };

export type ImportPhase = "reading" | "checking" | "examining";

/** `done` runs from 0 to 1 within a phase. `refused` is about the file; `failed` is a fault of ours. */
export type ImportReply =
  | { type: "progress"; phase: ImportPhase; done: number }
  | { type: "opened"; file: OpenedFile }
  | { type: "examined"; examination: Examination }
  | { type: "ready" }
  | { type: "chunk"; chunk: StagedChunk }
  | { type: "finished" }
  | { type: "refused"; problem: FileProblem }
  | { type: "cancelled" }
  | { type: "failed"; message: string };

/** Everything the mapping page shows about a file that was accepted. `sha256` is null where the browser can't hash (plain http). */
export type OpenedFile = {
  bytes: number;
  sha256: string | null;
  encoding: Encoding;
  encodingEvidence: string;
  encodingSample: string | null;
  delimiter: Delimiter;
  lineEnding: LineEnding;
  headers: string[];
  sample: FileRow[];
  rowCount: number;
  /** While there is one, the file can't be imported: rows are never left out silently. */
  rowProblemCount: number;
  rowProblems: RowProblem[];
  proposal: MappingProposal;
  examination: Examination;
};
