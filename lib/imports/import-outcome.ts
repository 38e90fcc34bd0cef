import type { Confirmation, ImportCounts, RowNote } from "./import-view";

/** The answers of the import's commands, as the database writes them. */
export type BeginImportOutcome = {
  outcome: "staging";
  import_id: string;
  number: number;
  /** The same file was committed before. */
  previous?: { number: number; committed_at: string };
};

type ClosedOutcome = {
  outcome: "already_committed" | "already_undone" | "discarded";
  import_id: string;
  number: number;
};

export type PreviewOutcome = { outcome: "previewed"; import_id: string; number: number } | ClosedOutcome;

export type CommitOutcome =
  | { outcome: "committed"; import_id: string; number: number; counts: ImportCounts }
  | { outcome: "unconfirmed"; import_id: string; number: number; unconfirmed: Confirmation[] }
  | { outcome: "refused"; import_id: string; number: number; counts?: ImportCounts; problems?: RowNote[] }
  | ClosedOutcome;

export type DiscardOutcome = ClosedOutcome;
