import type { ChangeView } from "@/lib/change-requests/change-view";
import type { RequestStatus } from "@/lib/change-requests/request-row";
import type { Database } from "@/lib/supabase/database.types";

/** One round of a request: what was asked for then, and how it was answered. */
export type RequestRound = {
  round: number;
  baseVersion: number;
  reason: string;
  submittedAt: string;
  changes: ChangeView[];
  /** How it ended. */
  decision: RoundDecision | null;
  /** Approvals before that, in order: more people had to agree. */
  approvals: RoundDecision[];
};

export type RoundDecision = {
  decision: Database["public"]["Enums"]["decision_kind"];
  outcome: RequestStatus;
  note: string | null;
  decidedAt: string;
  decidedBy: string;
  /** Whom they stood in for. */
  decidedFor: string | null;
  step: number;
  basis: Database["public"]["Enums"]["decider_basis"];
  /** Positions of the changes that were left out of the approval. */
  rejectedChanges: number[];
};
