/** One entry of the trail as the pages read it. The actor is as they were then; null is the system itself. */
export type AuditEntry = {
  seq: number;
  /** UTC, to the microsecond: "2026-11-23T17:16:41.899129Z". */
  at: string;
  actor: { id: string; name: string; email: string; roles: string[] } | null;
  action: string;
  orderNumber: string | null;
  requestReference: string | null;
  /** The order's currency, for the amounts of its changes; null where the entry isn't about an order. */
  currency: string | null;
  before: unknown;
  after: unknown;
  /** SHA-256 over the entry and the hash before it, as hex. */
  hash: string;
};

/** What the sentence of an entry is made of. */
export type EntryWords = Pick<AuditEntry, "action" | "actor" | "orderNumber" | "requestReference" | "before" | "after">;
