import type { ChangeView } from "@/lib/change-requests/change-view";
import type { Problem } from "@/lib/change-requests/problem";
import type { Database } from "@/lib/supabase/database.types";

/** The database's `request_status`. */
export type RequestStatus = Database["public"]["Enums"]["request_status"];

/** The columns of the view `change_request_list`. */
export const requestColumns =
  "id, reference, status, round, step, step_count, rule_name, submitted_at, due_at, base_version, payload_hash, reason, reason_label, problems, decided_at, " +
  "decision_note, applied_version, closed_at, requested_by, requester, decided_by, decider, decided_for, order_id, order_number, " +
  "customer, customer_po, stage, requested_ship_date, currency, order_version, reverses, undone_by, changes";

/** A request with its order, its people and the changes of its current round. */
export type RequestRow = {
  id: string;
  reference: string;
  status: RequestStatus;
  round: number;
  /** The step its rule is in, from 1, and how many there are. */
  step: number;
  step_count: number;
  /** The rule it was sent under; null when the check refused it. */
  rule_name: string | null;
  submitted_at: string;
  /** Until when it has to be decided; null where nothing it touches has a ship date. */
  due_at: string | null;
  base_version: number;
  payload_hash: string;
  reason: string;
  reason_label: string;
  problems: Problem[];
  decided_at: string | null;
  decision_note: string | null;
  applied_version: number | null;
  closed_at: string | null;
  requested_by: string;
  requester: string;
  decided_by: string | null;
  decider: string | null;
  /** Whom the decider stood in for, by name. */
  decided_for: string | null;
  order_id: string;
  order_number: string;
  customer: string;
  customer_po: string | null;
  stage: Database["public"]["Enums"]["order_stage"];
  /** The order's, as it is now. */
  requested_ship_date: string | null;
  currency: string;
  order_version: number;
  /** The reference of the applied request whose changes this one puts back. */
  reverses: string | null;
  /** The request that puts this one back, or is about to. */
  undone_by: { reference: string; status: RequestStatus } | null;
  changes: ChangeView[];
};

/** What approving a pending request would meet right now; both empty when it would be written. */
export type RequestChecks = {
  /** Touched fields that no longer have the value the requester saw: approving ends in a conflict. */
  moved: Problem[];
  /** What the lock says today: approving ends in a refusal. */
  problems: Problem[];
};

/** What a decision about one of many has to name: the request as it is on screen. */
export function asSelected({ id, order_id, order_version, payload_hash, reference }: RequestRow) {
  return { request_id: id, order_id, expected_version: order_version, payload_hash, reference };
}
