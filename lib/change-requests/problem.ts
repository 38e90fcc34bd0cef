import type { ChangeKind } from "@/lib/change-requests/change-view";

/** Every reason for which the database answers "not like this" (`problems[].code`) without it being an error. */
export const problemCodes = [
  "order_locked",
  "stage_locked",
  "line_locked",
  "line_removed",
  "line_progress_unknown",
  "line_started",
  "line_not_started",
  "order_started",
  "order_packed",
  "order_progress_unknown",
  "below_floor",
  "date_in_past",
  "order_moved",
  "request_moved",
  "duplicate",
  "undone_already",
  "overlap",
  "field_moved",
  "nobody_can_decide",
  "member_cannot_decide",
  "not_to_be_shipped",
  "source_shipped",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/**
 * One entry of `problems[]` with the facts it comes with, by their names on the wire. Kept requests and the trail hold
 * problems of every earlier release, so a code may be one that this release doesn't know.
 */
export type Problem = {
  code: ProblemCode | (string & {});
  /** Which change of the request it is about, from 0. */
  change_index?: number;
  kind?: ChangeKind;
  line_id?: string;
  /** The line's number on the order. */
  line?: number;
  sku?: string;
  stage?: string;
  order_stage?: string;
  status_word?: string | null;
  /** What is already picked, packed, shipped or invoiced. */
  floor?: string | null;
  quantity?: string;
  ordered?: string;
  requested_ship_date?: string;
  version?: number;
  base_version?: number;
  expected_version?: number;
  updated_at?: string;
  round?: number;
  /** The other request that is in the way. */
  request_id?: string;
  reference?: string;
  requested_by?: string;
  submitted_at?: string;
  /** `line:<id>:quantity`, `add:<sku>`, `order:requested_ship_date`, `order:*` for the order as a whole. */
  target?: string;
  /** The rule that has too few people, and how many it needs. */
  rule?: string;
  needed?: number;
  /** A person, by name. */
  member?: string;
  /** A field that moved: as the requester saw it, as it is, as it was asked for. */
  field?: string;
  base?: string | number | null;
  now?: string | number | null;
  requested?: string | null;
};
