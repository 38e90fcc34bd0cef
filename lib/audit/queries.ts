import "server-only";
import { type AuditSearch, ENTRIES_PER_PAGE } from "@/lib/audit/audit-search";
import type { AuditEntry } from "@/lib/audit/entry";
import { type EntryRow, entryColumns, toEntry } from "@/lib/audit/entry-row";
import { dayStart } from "@/lib/day-start";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** The search with numbers resolved to ids, which is what the indexes know; null when no entry can match. */
export type EntryFilter = {
  orderId?: string;
  requestId?: string;
  actorId?: string;
  action?: string;
  /** ISO timestamps: from this moment on, and before that one. */
  from?: string;
  until?: string;
};

type Organization = { id: string; timeZone: string };

export async function resolveSearch(db: Db, org: Organization, search: AuditSearch): Promise<EntryFilter | null> {
  const [orderId, requestId] = await Promise.all([
    search.order ? findOrder(db, org.id, search.order) : undefined,
    search.request ? findRequest(db, org.id, search.request) : undefined,
  ]);
  if (orderId === null || requestId === null) return null;
  return {
    orderId,
    requestId,
    actorId: search.person || undefined,
    action: search.action || undefined,
    from: search.from ? dayStart(search.from, org.timeZone) : undefined,
    until: search.to ? dayStart(search.to, org.timeZone, 1) : undefined,
  };
}

export type EntryPage = { entries: AuditEntry[]; hasNewer: boolean; hasOlder: boolean };

/** One page of the trail, the newest first, cut by seq so that new entries never move it. */
export async function listEntries(
  db: Db,
  orgId: string,
  filter: EntryFilter,
  { before = null, after = null }: { before?: number | null; after?: number | null } = {},
): Promise<EntryPage> {
  const isForward = after !== null;
  let query = filtered(db, orgId, filter);
  if (isForward) query = query.gt("seq", after);
  else if (before !== null) query = query.lt("seq", before);
  const found = await read(
    query
      .order("seq", { ascending: isForward })
      .limit(ENTRIES_PER_PAGE + 1)
      .overrideTypes<EntryRow[], { merge: false }>(),
  );
  const rows = found.slice(0, ENTRIES_PER_PAGE);
  const hasMore = found.length > ENTRIES_PER_PAGE;
  const entries = await withCurrencies(db, orgId, isForward ? rows.reverse() : rows);
  return { entries, hasNewer: isForward ? hasMore : before !== null, hasOlder: isForward || hasMore };
}

/** All entries about one request, the oldest first: its story. */
export async function listRequestEntries(db: Db, orgId: string, requestId: string): Promise<AuditEntry[]> {
  const rows = await read(
    filtered(db, orgId, { requestId }).order("seq").overrideTypes<EntryRow[], { merge: false }>(),
  );
  return withCurrencies(db, orgId, rows);
}

/** Null when there is none: it may be the one that is missing. */
export async function getEntry(db: Db, orgId: string, seq: number): Promise<AuditEntry | null> {
  const rows = await read(filtered(db, orgId, {}).eq("seq", seq).overrideTypes<EntryRow[], { merge: false }>());
  return (await withCurrencies(db, orgId, rows))[0] ?? null;
}

/** Everybody who ever was a member, for the filter. */
export async function listActors(db: Db, orgId: string): Promise<{ id: string; name: string }[]> {
  return read(db.from("members").select("id, name").eq("org_id", orgId).order("name").limit(500));
}

/** Entries of the organization that pass the filter, in no order yet; whoever chooses the columns says what rows they are. */
export function filtered(db: Db, orgId: string, filter: EntryFilter, columns: string = entryColumns) {
  let query = db.from("audit_entries").select(columns).eq("org_id", orgId);
  if (filter.orderId) query = query.eq("order_id", filter.orderId);
  if (filter.requestId) query = query.eq("request_id", filter.requestId);
  if (filter.actorId) query = query.eq("actor_id", filter.actorId);
  if (filter.action) query = query.eq("action", filter.action);
  if (filter.from) query = query.gte("at", filter.from);
  if (filter.until) query = query.lt("at", filter.until);
  return query;
}

/** Amounts are shown in the order's currency; orders never change theirs. */
async function withCurrencies(db: Db, orgId: string, rows: EntryRow[]): Promise<AuditEntry[]> {
  const ids = [...new Set(rows.map(({ order_id }) => order_id).filter((id) => id !== null))];
  const orders =
    ids.length === 0 ? [] : await read(db.from("orders").select("id, currency").eq("org_id", orgId).in("id", ids));
  const currencies = new Map(orders.map(({ id, currency }) => [id, currency]));
  return rows.map((row) => toEntry(row, currencies.get(row.order_id ?? "") ?? null));
}

async function findOrder(db: Db, orgId: string, orderNumber: string): Promise<string | null> {
  const rows = await read(db.from("orders").select("id").eq("org_id", orgId).eq("order_number", orderNumber));
  return rows[0]?.id ?? null;
}

async function findRequest(db: Db, orgId: string, reference: string): Promise<string | null> {
  const rows = await read(db.from("change_requests").select("id").eq("org_id", orgId).eq("reference", reference));
  return rows[0]?.id ?? null;
}
