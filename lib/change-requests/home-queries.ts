import "server-only";
import { type RequestRow, type RequestStatus, requestColumns } from "@/lib/change-requests/request-row";
import { listMyQueueIds } from "@/lib/change-requests/routing-queries";
import { todayIn } from "@/lib/dates";
import { dayStart } from "@/lib/day-start";
import { addDays } from "@/lib/orders/add-days";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** The first few of a list, and how many there are in all. */
export type Glance = { rows: RequestRow[]; total: number };

const SHOWN = 6;

/** The last seven days, today included: their first one, and the moment it began, which `glanceAtClosed` wants. */
export function weekAgo(timeZone: string): { firstDay: string; since: string } {
  const firstDay = addDays(todayIn(timeZone), -6);
  return { firstDay, since: dayStart(firstDay, timeZone) };
}

/** What the reader can decide now: what is due next comes first, then what has waited longest. */
export async function glanceAtQueue(db: Db, orgId: string): Promise<Glance> {
  const { ids, total } = await listMyQueueIds(db, orgId, { from: 0, to: SHOWN - 1 });
  if (ids.length === 0) return { rows: [], total };
  const rows = await read(requests(db, orgId).in("id", ids).overrideTypes<RequestRow[], { merge: false }>());
  return { rows: rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), total };
}

/** One's own requests in a state, the oldest first: those have waited longest. */
export async function glanceAtOwn(db: Db, orgId: string, memberId: string, status: RequestStatus): Promise<Glance> {
  return readPage(
    requests(db, orgId, "count")
      .eq("status", status)
      .eq("requested_by", memberId)
      .order("submitted_at")
      .limit(SHOWN)
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
}

/** What ended in one of the states since a moment (an ISO timestamp), the last first; of one requester or of everybody. */
export async function glanceAtClosed(
  db: Db,
  orgId: string,
  statuses: readonly RequestStatus[],
  since: string,
  requestedBy?: string,
): Promise<Glance> {
  let query = requests(db, orgId, "count").in("status", statuses).gte("closed_at", since);
  if (requestedBy) query = query.eq("requested_by", requestedBy);
  return readPage(
    query.order("closed_at", { ascending: false }).limit(SHOWN).overrideTypes<RequestRow[], { merge: false }>(),
  );
}

function requests(db: Db, orgId: string, counted?: "count") {
  return db
    .from("change_request_list")
    .select(requestColumns, counted && { count: "exact" })
    .eq("org_id", orgId);
}
