import { randomUUID } from "node:crypto";
import { type Answer, ask } from "./ask.ts";
import type { Order } from "./order.ts";

export type Change = { kind: string; [field: string]: unknown };
type Person = { userId: string };

/** A request as its requester got it back, for whoever decides it. */
export type Request = { id: string; reference: string; hash: string; version: number };

export type SubmitOptions = {
  version?: number | null;
  reasonCode?: string | null;
  reason?: string | null;
  key?: string | null;
};

/** Asks for changes to an order as it was read; every argument can be replaced by a worse one. */
export function submit(
  by: Person,
  order: Pick<Order, "id" | "version">,
  changes: unknown,
  options: SubmitOptions = {},
): Promise<Answer> {
  return ask(by.userId, "submit_change_request", submission({ p_order_id: order.id }, order.version, changes, options));
}

export function resubmit(
  by: Person,
  request: Pick<Request, "id" | "version">,
  changes: unknown,
  options: SubmitOptions = {},
): Promise<Answer> {
  return ask(
    by.userId,
    "resubmit_change_request",
    submission({ p_request_id: request.id }, request.version, changes, options),
  );
}

/** Submits and insists that it went through. */
export async function submitted(by: Person, order: Pick<Order, "id" | "version">, changes: Change[]): Promise<Request> {
  const answer = await submit(by, order, changes);
  if (answer.outcome !== "submitted") throw new Error(`Not submitted: ${JSON.stringify(answer)}`);
  return requestOf(answer);
}

export function requestOf(answer: Answer): Request {
  return {
    id: String(answer.request_id),
    reference: String(answer.reference),
    hash: String(answer.payload_hash),
    version: Number(answer.version),
  };
}

export type DecideOptions = {
  note?: string | null;
  version?: number | null;
  hash?: string | null;
  key?: string | null;
  /** Positions of changes to reject while the rest is approved. */
  rejected?: (number | null)[];
};

/** Decides on what the request's page showed; a note is given where one is needed. */
export function decide(
  by: Person,
  request: Request,
  decision: string | null,
  options: DecideOptions = {},
): Promise<Answer> {
  return ask(by.userId, "decide_change_request", decisionArguments({ request, decision, ...options }));
}

export function withdraw(by: Person, request: Pick<Request, "id">, key: string | null = randomUUID()): Promise<Answer> {
  return ask(by.userId, "withdraw_change_request", { p_request_id: request.id, p_idempotency_key: key });
}

function submission(target: Record<string, unknown>, version: number, changes: unknown, options: SubmitOptions) {
  return {
    ...target,
    p_base_version: options.version === undefined ? version : options.version,
    p_changes: changes,
    p_reason_code: options.reasonCode === undefined ? "customer_request" : options.reasonCode,
    p_reason: options.reason === undefined ? "The customer called" : options.reason,
    p_idempotency_key: options.key === undefined ? randomUUID() : options.key,
  };
}

function decisionArguments({
  request,
  decision,
  note,
  version,
  hash,
  key,
  rejected,
}: { request: Request; decision: string | null } & DecideOptions) {
  return {
    p_request_id: request.id,
    p_decision: decision,
    p_note: note === undefined ? (decision === "approve" && !rejected ? null : "Not this week") : note,
    p_expected_version: version === undefined ? request.version : version,
    p_payload_hash: hash === undefined ? request.hash : hash,
    p_idempotency_key: key === undefined ? randomUUID() : key,
    ...(rejected && { p_rejected_changes: rejected }),
  };
}
