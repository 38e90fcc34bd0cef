import type { Problem } from "@/lib/change-requests/problem";

/** What the database answers to a request that was sent; `replayed` when the same form had been answered before. */
type Answer = { problems: Problem[]; replayed: boolean };

export type SubmitOutcome =
  | (Answer & { outcome: "submitted" | "refused"; reference: string; version: number })
  | (Answer & { outcome: "stale" | "overlap" | "duplicate"; version: number })
  | (Answer & { outcome: "already_decided"; reference: string; status: string })
  /** Something on the form is not possible as it is written: the sentence says where and what to do. */
  | { outcome: "invalid"; problems: InvalidChange[] };

export type InvalidChange = { change_index?: number; sentence: string };
