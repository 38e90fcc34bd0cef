import type { AuditEntry } from "@/lib/audit/entry";
import { exactTime } from "@/lib/audit/exact-time";

/** `bytea` and `timestamptz` as text: JSON has no form for the one and would cut the other to milliseconds. */
export const entryColumns =
  "seq, at:at::text, actor_id, actor_name, actor_email, actor_roles, action, order_id, order_number, request_reference, before, after, hash:hash::text";

export type EntryRow = {
  seq: number;
  at: string;
  actor_id: string | null;
  actor_name: string | null;
  actor_email: string | null;
  actor_roles: string[] | null;
  action: string;
  order_id: string | null;
  order_number: string | null;
  request_reference: string | null;
  before: unknown;
  after: unknown;
  hash: string;
};

/** `currency` is the order's, see AuditEntry. */
export function toEntry(row: EntryRow, currency: string | null): AuditEntry {
  const { actor_id: id, actor_name: name, actor_email: email, actor_roles: roles } = row;
  return {
    seq: row.seq,
    at: `${exactTime(row.at)}Z`,
    actor: id === null ? null : { id, name: name ?? "", email: email ?? "", roles: roles ?? [] },
    action: row.action,
    orderNumber: row.order_number,
    requestReference: row.request_reference,
    currency,
    before: row.before,
    after: row.after,
    hash: hexOf(row.hash),
  };
}

/** The database prints bytes as "\x1f…". */
export function hexOf(printed: string): string {
  return printed.replace(/^\\x/, "");
}
