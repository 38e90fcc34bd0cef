import type { Sql } from "postgres";
import { type Command, insist, newKey, type Outcome } from "./as-person.ts";
import type { Random } from "./random.ts";

export type StoryLine = { id: string; sku: string; quantity: number; floor: number; price: string | null };
export type StoryOrder = { id: string; version: number; stage: string; shipDate: string; lines: StoryLine[] };

type Change = { kind: string; [field: string]: unknown };

/** People of the organization who ask and decide. */
export type Cast = { asker: Command; secondAsker: Command; approver: Command; admin: Command };

/** Tells the demo's requests: every state a request can be in, made by the people's own commands. */
export class RequestStory {
  readonly #sql: Sql;
  readonly #orgId: string;
  readonly #orders: StoryOrder[];

  private constructor(sql: Sql, orgId: string, orders: StoryOrder[]) {
    this.#sql = sql;
    this.#orgId = orgId;
    this.#orders = orders;
  }

  static async open(sql: Sql, orgId: string): Promise<RequestStory> {
    const orders = await sql<StoryOrder[]>`
      select o.id, o.version, o.stage, o.requested_ship_date::text as "shipDate", jsonb_agg(jsonb_build_object(
        'id', l.id, 'sku', l.sku, 'quantity', l.quantity_ordered, 'floor', private.line_floor(l), 'price', l.unit_price::text) order by l.position) as lines
      from public.orders o join public.order_lines l on l.org_id = o.org_id and l.order_id = o.id
      where o.org_id = ${orgId} group by o.org_id, o.id order by o.order_number`;
    return new RequestStory(sql, orgId, orders);
  }

  /** The next order in one of these stages that has at least so many lines; each order is told about once. */
  take(stages: string[], leastLines = 1): StoryOrder {
    const index = this.#orders.findIndex((order) => stages.includes(order.stage) && order.lines.length >= leastLines);
    const [order] = index < 0 ? [] : this.#orders.splice(index, 1);
    if (!order) throw new Error(`No order left in ${stages.join(", ")} with ${leastLines} lines.`);
    return order;
  }

  /** Any order in one of these stages; it can be told about again. */
  peek(stages: string[], random: Random): StoryOrder {
    const [first, ...others] = this.#orders.filter((order) => stages.includes(order.stage));
    if (!first) throw new Error(`No order left in ${stages.join(", ")}.`);
    return random.pick([first, ...others]);
  }

  ask(
    by: Command,
    order: StoryOrder,
    changes: Change[],
    reasonCode: string,
    reason: string,
    reverses: string | null = null,
  ): Promise<Outcome> {
    return by("submit_change_request", {
      p_order_id: order.id,
      p_base_version: order.version,
      p_changes: changes,
      p_reason_code: reasonCode,
      p_reason: reason,
      p_idempotency_key: newKey(),
      p_reverses: reverses,
    });
  }

  async askAgain(
    by: Command,
    request: Outcome,
    order: StoryOrder,
    changes: Change[],
    reasonCode: string,
    reason: string,
  ): Promise<Outcome> {
    return by("resubmit_change_request", {
      p_request_id: request.request_id,
      p_base_version: await this.#version(order.id),
      p_changes: changes,
      p_reason_code: reasonCode,
      p_reason: reason,
      p_idempotency_key: newKey(),
    });
  }

  async decide(
    by: Command,
    request: Outcome,
    order: StoryOrder,
    decision: "approve" | "reject" | "return",
    note: string | null = null,
  ): Promise<Outcome> {
    return by("decide_change_request", {
      p_request_id: request.request_id,
      p_decision: decision,
      p_note: note,
      p_expected_version: await this.#version(order.id),
      p_payload_hash: request.payload_hash,
      p_idempotency_key: newKey(),
    });
  }

  async withdraw(by: Command, request: Outcome): Promise<void> {
    insist(
      await by("withdraw_change_request", { p_request_id: request.request_id, p_idempotency_key: newKey() }),
      "withdrawn",
    );
  }

  async #version(orderId: string): Promise<number> {
    const [row] = await this.#sql<{ version: number }[]>`
      select version from public.orders where org_id = ${this.#orgId} and id = ${orderId}`;
    if (!row) throw new Error("The order of a request is gone.");
    return row.version;
  }
}
