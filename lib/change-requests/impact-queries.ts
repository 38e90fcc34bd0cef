import "server-only";
import { totalDifference } from "@/lib/change-requests/change-difference";
import { type RequestRow, requestColumns } from "@/lib/change-requests/request-row";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export type RequestImpact = {
  /** The order as it stands: lines, units (decimal string) and money; null where it has no lines or no prices. */
  order: { lines: number; quantity: string | null; amount: string | null };
  /** What the request moves, as a share of the order's money; null where either is unknown. */
  share: number | null;
  otherOpen: RequestRow[];
  /** What was changed lately for the same customer, the last first. */
  recent: RequestRow[];
};

const RECENT = 5;

/** What a decision weighs beside the change itself. */
export async function getImpact(db: Db, orgId: string, request: RequestRow): Promise<RequestImpact> {
  const requests = () =>
    db.from("change_request_list").select(requestColumns).eq("org_id", orgId).neq("id", request.id);
  const [[total], otherOpen, recent] = await Promise.all([
    read(
      db
        .from("order_totals")
        .select("line_count, quantity, amount")
        .eq("org_id", orgId)
        .eq("order_id", request.order_id)
        .overrideTypes<{ line_count: number; quantity: string | null; amount: string | null }[], { merge: false }>(),
    ),
    read(
      requests()
        .eq("order_id", request.order_id)
        .in("status", ["pending", "returned"])
        .order("submitted_at")
        .limit(20)
        .overrideTypes<RequestRow[], { merge: false }>(),
    ),
    request.customer
      ? read(
          requests()
            .eq("customer", request.customer)
            .eq("status", "applied")
            .order("closed_at", { ascending: false })
            .limit(RECENT)
            .overrideTypes<RequestRow[], { merge: false }>(),
        )
      : [],
  ]);
  const { amount } = totalDifference(request.changes);
  const worth = Number(total?.amount ?? 0);
  return {
    order: { lines: total?.line_count ?? 0, quantity: total?.quantity ?? null, amount: total?.amount ?? null },
    share: amount === null || worth === 0 ? null : Number(amount) / worth,
    otherOpen,
    recent,
  };
}
