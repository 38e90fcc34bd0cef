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
};

/** Somebody else was first: who, what and when. */
export type AlreadyDecided = {
  outcome: "already_decided";
  reference: string;
  status: RequestStatus;
  decided_by: string | null;
  decided_at: string | null;
  note: string | null;
  applied_version: number | null;
};

/** It is decided: by this answer, or by somebody who was first. */
export type SettledOutcome =
  | (Weighed & { outcome: "applied"; applied_version: number })
  | (Weighed & { outcome: "rejected" | "returned" | "refused" })
  | AlreadyDecided;

/** Nothing was written because something moved since the page was opened. */
export type MovedOutcome = Weighed & {
  outcome: "stale" | "conflict";
  /** Stale: why approving the order as it is now would be refused; empty when it would not. */
  refusals?: Problem[];
};

/** The answers of `decide_change_request`. A replayed answer is the first one again. */
export type DecideOutcome = SettledOutcome | MovedOutcome;

export type WithdrawOutcome = { outcome: "withdrawn"; reference: string } | AlreadyDecided;

export function hasMoved(outcome: DecideOutcome): outcome is MovedOutcome {
  return outcome.outcome === "stale" || outcome.outcome === "conflict";
}
