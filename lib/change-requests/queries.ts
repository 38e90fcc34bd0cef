import "server-only";
import { REQUESTS_PER_PAGE } from "@/lib/change-requests/page-number";
import {
  type RequestChecks,
  type RequestRow,
  type RequestStatus,
  requestColumns,
} from "@/lib/change-requests/request-row";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export type RequestFilter = {
  statuses?: readonly RequestStatus[];
  /** A member's id. */
  requestedBy?: string;
  /** Part of a reference, an order number, a customer, a PO or a SKU. */
  search?: string;
  /** From 1. */
  page: number;
};

/** Requests of an organization, the newest first. */
export async function listRequests(
  db: Db,
  orgId: string,
  { statuses, requestedBy, search, page }: RequestFilter,
): Promise<{ rows: RequestRow[]; total: number }> {
  let query = requestList(db, orgId);
  if (statuses?.length) query = query.in("status", statuses);
  if (requestedBy) query = query.eq("requested_by", requestedBy);
  if (search) query = query.ilike("search_text", containing(search));
  return readPage(
    query
      .order("submitted_at", { ascending: false })
      .order("reference", { ascending: false })
      .range(...rangeOf(page))
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
}

/** What waits for a decision: the most urgent ship date first, then the oldest; orders without a date come last. */
export async function listQueue(db: Db, orgId: string, page: number): Promise<{ rows: RequestRow[]; total: number }> {
  return readPage(
    requestList(db, orgId)
      .eq("status", "pending")
      .order("requested_ship_date", { nullsFirst: false })
      .order("submitted_at")
      .order("reference")
      .range(...rangeOf(page))
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
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

/** Everybody who may ask for changes, by name, for the filter. Includes people who have left. */
export async function listRequesters(db: Db, orgId: string): Promise<{ id: string; name: string }[]> {
  return read(db.from("members").select("id, name").eq("org_id", orgId).order("name").limit(500));
}

function requestList(db: Db, orgId: string) {
  return db.from("change_request_list").select(requestColumns, { count: "exact" }).eq("org_id", orgId);
}

function rangeOf(page: number): [number, number] {
  const start = (page - 1) * REQUESTS_PER_PAGE;
  return [start, start + REQUESTS_PER_PAGE - 1];
}

/** A pattern that takes the text literally; `search_text` is in lower case. */
function containing(text: string): string {
  return `%${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
}
