import type { Database } from "@/lib/supabase/database.types";
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

/** Why an import can't be taken back: a later one stands on it, or somebody changed one of its orders since. */
export type UndoProblem =
  | { code: "later_import"; import_id: string; number: number; at: string }
  | {
      code: "order_touched";
      order_id: string;
      order_number: string;
      action?: string;
      by?: string;
      at?: string;
      reference?: string;
    };

export type UndoOutcome =
  | { outcome: "undone"; import_id: string; number: number; orders_restored: number; orders_cancelled: number }
  | { outcome: "refused"; import_id: string; number: number; problems: UndoProblem[]; touched?: number }
  | ClosedOutcome;

export type StopOutcome = { outcome: "asked" | "not_running"; import_id: string };

/** What a running step says about itself. */
export type ImportProgress = {
  status: Database["public"]["Enums"]["import_status"];
  is_running: boolean;
  kind: "comparing" | "writing" | "undoing" | null;
  step: number;
  steps: number;
};
