import "server-only";
import { type RequestRow, requestColumns } from "@/lib/change-requests/request-row";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** The requests on an order that are not finished: waiting for a decision, or sent back to whoever asked. Oldest first. */
export async function listOpenRequestsOfOrder(db: Db, orgId: string, orderId: string): Promise<RequestRow[]> {
  return read(
    db
      .from("change_request_list")
      .select(requestColumns)
      .eq("org_id", orgId)
      .eq("order_id", orderId)
      .in("status", ["pending", "returned"])
      .order("submitted_at")
      .order("reference")
      .limit(200)
      .overrideTypes<RequestRow[], { merge: false }>(),
  );
}
