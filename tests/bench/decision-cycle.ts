import { randomUUID } from "node:crypto";
import type { Organization } from "../support/organization.ts";
import type { Door, PooledOrder, Worker } from "./scene.ts";

/** Asks for one more of a line; the request as an approver would see it. */
async function submit(door: Door, { requester }: Worker, order: PooledOrder) {
  const answer = await door(requester, "submit_change_request", {
    p_order_id: order.id,
    p_base_version: order.version,
    p_changes: [{ kind: "set_quantity", line_id: order.lineId, quantity: String(order.quantity + 1) }],
    p_reason_code: "customer_request",
    p_reason: "The customer called",
    p_idempotency_key: randomUUID(),
  });
  if (answer.outcome !== "submitted") throw new Error(`Not submitted: ${JSON.stringify(answer)}`);
  return answer;
}

/** A request from asking to writing: submit, then `decide` around the approval. The order is ready for the next one. */
export async function cycle(
  door: Door,
  org: Organization,
  worker: Worker,
  order: PooledOrder,
  decide: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<void> {
  const request = await submit(door, worker, order);
  const answer = await decide(() =>
    door(org.approver, "decide_change_request", {
      p_request_id: request.request_id,
      p_decision: "approve",
      p_note: null,
      p_expected_version: order.version,
      p_payload_hash: request.payload_hash,
      p_idempotency_key: randomUUID(),
    }),
  );
  if (answer.outcome !== "applied") throw new Error(`Not applied: ${JSON.stringify(answer)}`);
  order.version += 1;
  order.quantity += 1;
}
