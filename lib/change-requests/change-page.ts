import "server-only";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { getReasonCode, listOpenTargets } from "@/lib/change-requests/form-queries";
import { listOpenRequestsOfOrder } from "@/lib/change-requests/order-requests";
import { getRequest } from "@/lib/change-requests/queries";
import { relativeTime } from "@/lib/dates";
import type { Db } from "@/lib/supabase/server";

export type Revision = {
  id: string;
  reference: string;
  changes: ChangeView[];
  reasonCode: string;
  reason: string;
  decider: string | null;
  decidedAt: string | null;
  note: string | null;
};

/** A request that was sent back, for its requester to send again. Null for anybody else, and once it isn't waiting for that. */
export async function getRevision(
  db: Db,
  orgId: string,
  orderId: string,
  memberId: string,
  reference: string,
): Promise<Revision | null> {
  const request = await getRequest(db, orgId, reference);
  if (request?.order_id !== orderId || request.status !== "returned") return null;
  if (request.requested_by !== memberId) return null;
  return {
    id: request.id,
    reference: request.reference,
    changes: request.changes,
    reasonCode: await getReasonCode(db, orgId, request.id),
    reason: request.reason,
    decider: request.decider,
    decidedAt: request.decided_at,
    note: request.decision_note,
  };
}

/** Who already asks for what on an order, by target (`line:<id>:quantity`). */
export async function holdsOf(
  db: Db,
  orgId: string,
  orderId: string,
): Promise<Record<string, { reference: string; requester: string; ago: string }>> {
  const [targets, requests] = await Promise.all([
    listOpenTargets(db, orgId, orderId),
    listOpenRequestsOfOrder(db, orgId, orderId),
  ]);
  const byId = new Map(requests.map((request) => [request.id, request]));
  return Object.fromEntries(
    targets.flatMap(({ target, requestId }) => {
      const request = byId.get(requestId);
      if (!request) return [];
      const { reference, requester, submitted_at } = request;
      return [[target, { reference, requester, ago: relativeTime(submitted_at) }]];
    }),
  );
}
