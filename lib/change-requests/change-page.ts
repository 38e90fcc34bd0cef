import "server-only";
import type { ChangeStart } from "@/lib/change-requests/change-start";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { getReasonCode, listAddedLines, listOpenTargets } from "@/lib/change-requests/form-queries";
import { listOpenRequestsOfOrder } from "@/lib/change-requests/order-requests";
import { getRequest } from "@/lib/change-requests/queries";
import { rebaseChanges } from "@/lib/change-requests/rebase-changes";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { reverseChanges, whyIrreversible } from "@/lib/change-requests/reverse-changes";
import { relativeTime } from "@/lib/dates";
import type { Order } from "@/lib/orders/order-view";
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

type Asking = { db: Db; orgId: string; order: Order; reference: string };

/** A request of one's own that came to nothing, for its requester to ask for once more. Null for anybody else's. */
export async function getAgain({ db, orgId, order, reference }: Asking, memberId: string): Promise<ChangeStart | null> {
  const request = await getRequest(db, orgId, reference);
  if (request?.order_id !== order.id || !canAskAgain(request, memberId)) return null;
  const { changes, reason } = request;
  return {
    way: "again",
    request,
    changes,
    ...rebaseChanges(changes, order),
    reasonCode: await getReasonCode(db, orgId, request.id),
    reason,
  };
}

export function canAskAgain({ status, requested_by }: RequestRow, memberId: string): boolean {
  return requested_by === memberId && ["rejected", "expired", "refused", "withdrawn"].includes(status);
}

/** An applied request to be put back. Null where there is nothing to put back, and where somebody does so already. */
export async function getUndo({ db, orgId, order, reference }: Asking, today: string): Promise<ChangeStart | null> {
  const request = await getRequest(db, orgId, reference);
  if (request?.order_id !== order.id || !canUndo(request)) return null;
  const added = await listAddedLines(db, orgId, request.id);
  return {
    way: "undo",
    request,
    changes: [],
    moved: [],
    ...reverseChanges(request.changes, order, added, today),
    reasonCode: await getReasonCode(db, orgId, request.id),
    reason: `Undo of ${request.reference}`,
  };
}

export function canUndo({ status, changes, undone_by }: RequestRow): boolean {
  return status === "applied" && !undone_by && whyIrreversible(changes) === null;
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
