import "server-only";
import {
  type RequestChecks,
  type RequestRow,
  type RequestStatus,
  requestColumns,
} from "@/lib/change-requests/request-row";
import { REQUESTS_PER_PAGE } from "@/lib/change-requests/requests-per-page";
import { listMyQueueIds } from "@/lib/change-requests/routing-queries";
import { containing } from "@/lib/search-pattern";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export type RequestFilter = {
  statuses?: readonly RequestStatus[];
  /** Members' ids. */
  requestedBy?: string;
  decidedBy?: string;
  /** The code of a reason. */
  reason?: string;
  /** Moments as ISO timestamps: from the first up to and without the second, of asking or of deciding. */
  during?: { of: "submitted_at" | "decided_at"; since?: string; before?: string };
  /** Part of a reference, an order number, a customer, a PO or a SKU. */
  search?: string;
};

export type RequestPage = { rows: RequestRow[]; total: number };

/** Requests of an organization, the newest first; `page` counts from 1. */
export async function listRequests(db: Db, orgId: string, filter: RequestFilter, page: number): Promise<RequestPage> {
  const [{ total }, found] = await Promise.all([
    readPage(requestIds(db, orgId, filter, "count")),
    read(
      requestIds(db, orgId, filter)
        .order("submitted_at", { ascending: false })
        .order("reference", { ascending: false })
        .range(...rangeOf(page))
        .overrideTypes<{ id: string }[], { merge: false }>(),
    ),
  ]);
  return { rows: await rowsOf(db, orgId, found), total };
}

/** A few requests a text may mean, the newest first; a reference ("CR-000123", "cr 123") comes before everything else. */
export async function findRequests(db: Db, orgId: string, text: string, limit: number): Promise<RequestRow[]> {
  const [, digits] = text.match(/^cr\W?0*(\d{1,9})$/i) ?? [];
  const reference = digits && `CR-${digits.padStart(6, "0")}`;
  const [exact, found] = await Promise.all([
    reference ? getRequest(db, orgId, reference) : null,
    read(
      requestIds(db, orgId, { search: text })
        .order("submitted_at", { ascending: false })
        .order("reference", { ascending: false })
        .limit(limit)
        .overrideTypes<{ id: string }[], { merge: false }>(),
    ),
  ]);
  const others = found.filter(({ id }) => id !== exact?.id).slice(0, exact ? limit - 1 : limit);
  return [...(exact ? [exact] : []), ...(await rowsOf(db, orgId, others))];
}

/** What the reader can decide now: what is due first, then the oldest; what has no ship date comes last. */
export async function listMyQueue(db: Db, orgId: string, page: number): Promise<RequestPage> {
  const [from, to] = rangeOf(page);
  const { ids, total } = await listMyQueueIds(db, orgId, { from, to });
  return {
    rows: await rowsOf(
      db,
      orgId,
      ids.map((id) => ({ id })),
    ),
    total,
  };
}

/** Everything that waits for a decision, whoever can make it, in the same order. */
export async function listQueue(db: Db, orgId: string, page: number): Promise<RequestPage> {
  const filter: RequestFilter = { statuses: ["pending"] };
  const [{ total }, found] = await Promise.all([
    readPage(requestIds(db, orgId, filter, "count")),
    read(
      requestIds(db, orgId, filter)
        .order("due_at", { nullsFirst: false })
        .order("submitted_at")
        .order("reference")
        .range(...rangeOf(page))
        .overrideTypes<{ id: string }[], { merge: false }>(),
    ),
  ]);
  return { rows: await rowsOf(db, orgId, found), total };
}

/** One request by its reference ("CR-000123"); null when there is none or it cannot be seen. */
export async function getRequest(db: Db, orgId: string, reference: string): Promise<RequestRow | null> {
  const rows = await read(
    db
      .from("change_request_list")
      .select(requestColumns)
      .eq("org_id", orgId)
      .eq("reference", reference)
      .limit(1)
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
  return rows[0] ?? null;
}

/** The checks of pending requests, by request id; a request that isn't pending has none. */
export async function getChecks(
  db: Db,
  orgId: string,
  requestIds: readonly string[],
): Promise<Map<string, RequestChecks>> {
  if (requestIds.length === 0) return new Map();
  const rows = await read(
    db
      .from("change_request_checks")
      .select("request_id, moved, problems")
      .eq("org_id", orgId)
      .in("request_id", requestIds)
      .overrideTypes<(RequestChecks & { request_id: string })[], { merge: false }>(),
  );
  return new Map(rows.map(({ request_id, ...checks }) => [request_id, checks]));
}

/** Everybody who asks or decides, by name, for the filters. Includes people who have left. */
export async function listMembers(db: Db, orgId: string): Promise<{ id: string; name: string }[]> {
  return read(db.from("members").select("id, name").eq("org_id", orgId).order("name").limit(500));
}

/** Every reason a request may have been sent with, also those no longer offered. */
export async function listReasonNames(db: Db, orgId: string): Promise<{ code: string; label: string }[]> {
  return read(db.from("reasons").select("code, label").eq("org_id", orgId).order("position").order("label"));
}

/**
 * Counted apart: a range past the end of a counted answer is an error of the API, and of an uncounted one is empty. Without a
 * search the requests' own table says it all: joining ten thousand orders just to count them takes half a second.
 */
function requestIds(db: Db, orgId: string, filter: RequestFilter, only?: "count") {
  const { statuses, requestedBy, decidedBy, reason, during, search } = filter;
  const source = only && !search ? "change_requests" : "change_request_list";
  let query = db
    .from(source as "change_request_list")
    .select("id", only ? { count: "exact", head: true } : {})
    .eq("org_id", orgId);
  if (statuses?.length) query = query.in("status", statuses);
  if (requestedBy) query = query.eq("requested_by", requestedBy);
  if (decidedBy) query = query.eq("decided_by", decidedBy);
  if (reason) query = query.eq("reason_code", reason);
  if (during?.since) query = query.gte(during.of, during.since);
  if (during?.before) query = query.lt(during.of, during.before);
  if (search) query = query.ilike("search_text", containing(search));
  return query;
}

/** Ids first, rows for them second: sorting thousands must not gather the changes of all that are skipped. */
async function rowsOf(db: Db, orgId: string, found: readonly { id: string }[]): Promise<RequestRow[]> {
  if (found.length === 0) return [];
  const places = new Map(found.map(({ id }, place) => [id, place]));
  const rows = await read(
    db
      .from("change_request_list")
      .select(requestColumns)
      .eq("org_id", orgId)
      .in("id", [...places.keys()])
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
  return rows.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

function rangeOf(page: number): [number, number] {
  const start = (page - 1) * REQUESTS_PER_PAGE;
  return [start, start + REQUESTS_PER_PAGE - 1];
}
