import "server-only";
import { type RequestRow, type RequestStatus, requestColumns } from "@/lib/change-requests/request-row";
import { readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** The first few of a list, and how many there are in all. */
export type Glance = { rows: RequestRow[]; total: number };

const SHOWN = 6;
const WEEK = 7 * 86_400_000;

/** Seven days ago, as the timestamp that `glanceAtClosed` wants. */
export function weekAgo(): string {
  return new Date(Date.now() - WEEK).toISOString();
}

/** What this approver can decide now: not their own, what is due first. */
export async function glanceAtQueue(db: Db, orgId: string, memberId: string): Promise<Glance> {
  return readPage(
    requests(db, orgId)
      .eq("status", "pending")
      .neq("requested_by", memberId)
      .order("due_at", { nullsFirst: false })
      .order("submitted_at")
      .limit(SHOWN)
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
}

/** One's own requests in a state, the oldest first: those have waited longest. */
export async function glanceAtOwn(db: Db, orgId: string, memberId: string, status: RequestStatus): Promise<Glance> {
  return readPage(
    requests(db, orgId)
      .eq("status", status)
      .eq("requested_by", memberId)
      .order("submitted_at")
      .limit(SHOWN)
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
}

/** What ended in a state since a moment (an ISO timestamp), the last first; of one requester or of everybody. */
export async function glanceAtClosed(
  db: Db,
  orgId: string,
  status: RequestStatus,
  since: string,
  requestedBy?: string,
): Promise<Glance> {
  let query = requests(db, orgId).eq("status", status).gte("closed_at", since);
  if (requestedBy) query = query.eq("requested_by", requestedBy);
  return readPage(
    query.order("closed_at", { ascending: false }).limit(SHOWN).overrideTypes<RequestRow[], { merge: false }>(),
  );
}

function requests(db: Db, orgId: string) {
  return db.from("change_request_list").select(requestColumns, { count: "exact" }).eq("org_id", orgId);
}
