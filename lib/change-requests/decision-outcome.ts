import type { Problem } from "@/lib/change-requests/problem";
import type { RequestStatus } from "@/lib/change-requests/request-row";

/** The order as `decide_change_request` found it under the lock. */
export type OrderAsItIs = {
  version: number;
  stage: string;
  requested_ship_date: string | null;
  updated_at: string;
};

type Weighed = {
  reference: string;
  round: number;
  payload_hash: string;
  /** The order's version after this answer: what the next decision has to name. */
  version: number;
  order: OrderAsItIs;
  problems: Problem[];
  /** The step it was decided in, from 1, and how many its rule has. */
  step: number;
  step_count: number;
};

/** Somebody else was first: who, what and when. */
export type AlreadyDecided = {
  outcome: "already_decided";
  reference: string;
  /** Pending: the caller approved an earlier step of it. */
  status: RequestStatus;
  decided_by: string | null;
  decided_at: string | null;
  note: string | null;
  applied_version: number | null;
};

/** Approved, but more people have to: the request stays pending. */
export type StepApproved = Weighed & {
  outcome: "step_approved";
  /** The step it waits in now; the same one while that needs more people. */
  waits_in_step: number;
  approvals: number;
  required: number;
  /** Positions that stay rejected, whatever the next step says. */
  rejected_changes: number[];
  /** Who can decide it now, by name. */
  next: string[];
};

/** This approver is done with it: by this answer, or because somebody was first. */
export type SettledOutcome =
  | (Weighed & { outcome: "applied"; applied_version: number; rejected_changes: number[] })
  | StepApproved
  | (Weighed & { outcome: "rejected" | "returned" | "refused" })
  | (Weighed & { outcome: "expired"; why: "cutoff_passed"; due_at: string })
  | AlreadyDecided;

/** Nothing was written because something moved since the page was opened. */
export type MovedOutcome = Weighed & {
  outcome: "stale" | "conflict";
  /** Stale: why approving the order as it is now would be refused; empty when it would not. */
  refusals?: Problem[];
};

/** The answers of `decide_change_request`. A replayed answer is the first one again. */
export type DecideOutcome = SettledOutcome | MovedOutcome;

/** Refused: this person cannot decide it; `problems` say why. */
export type ReassignOutcome =
  | { outcome: "reassigned"; reference: string; member_id: string; member: string }
  | { outcome: "refused"; reference: string; problems: Problem[] }
  | AlreadyDecided;

export type WithdrawOutcome = { outcome: "withdrawn"; reference: string } | AlreadyDecided;

export function hasMoved(outcome: DecideOutcome): outcome is MovedOutcome {
  return outcome.outcome === "stale" || outcome.outcome === "conflict";
}
