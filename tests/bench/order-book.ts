import { superuser } from "../support/postgres.ts";

/** Fills an organization up to so many orders of three lines, a third of them closed, as years of imports would. */
export async function growOrderBook(orgId: string, from: number, to: number): Promise<void> {
  await superuser`
    insert into public.orders (org_id, order_number, customer, customer_po, status_word, stage, requested_ship_date, line_skus, updated_at)
    select ${orgId}, 'SO-' || to_char(n, 'FM00000000'), 'Customer ' || (n % 997) || ' Trading', 'PO ' || (n * 7), w.word, w.stage::public.order_stage,
      current_date + n % 90, 'SKU-' || n % 5003 || ' SKU-' || n % 4001 || ' ' || left(md5(n::text), 10), now() - make_interval(mins => n % 100000)
    from generate_series(${from + 1}::int, ${to}::int) n
    cross join lateral (select (array['Open', 'Released', 'Shipped'])[1 + n % 3], (array['open', 'released', 'shipped'])[1 + n % 3]) w (word, stage)`;
  // Or the check of each line's order would go by a plan for the few orders there were.
  await superuser.unsafe("analyze public.orders");
  await superuser`
    insert into public.order_lines (org_id, order_id, line_key, position, sku, description, quantity_ordered, unit_price)
    select o.org_id, o.id, p::text, p, (string_to_array(o.line_skus, ' '))[p], 'A widget', 10, 4.20
    from public.orders o cross join generate_series(1, 3) p
    where o.org_id = ${orgId} and o.order_number > ${`SO-${String(from).padStart(8, "0")}`}`;
  // As autovacuum does after an import.
  await superuser.unsafe("vacuum analyze public.orders, public.order_lines");
}

/** What a round waits for, as its rule froze it. */
export type Steps = { approvers: { anyone: boolean; members: string[]; groups: string[] }; required: number }[];

export const anyApprover: Steps = [{ approvers: { anyone: true, members: [], groups: [] }, required: 1 }];

/** Pending requests up to so many, one change of a quantity each, on open orders; requesters and steps take turns. */
export async function growQueue(
  orgId: string,
  requesterIds: string[],
  from: number,
  to: number,
  steps: Steps[] = [anyApprover],
): Promise<void> {
  await superuser`
    with chosen as (
      select o.id as order_id, l.id as line_id, l.sku, ${from}::int + row_number() over (order by o.order_number) as n
      from public.orders o join public.order_lines l on l.org_id = o.org_id and l.order_id = o.id and l.position = 1
      where o.org_id = ${orgId} and o.stage = 'open'
      order by o.order_number offset ${from} limit ${to - from}
    ), requests as (
      insert into public.change_requests (org_id, number, order_id, status, requested_by, reason_code, reason, base_version, payload_hash)
      select ${orgId}, n, order_id, 'pending', (${requesterIds}::uuid[])[1 + n % ${requesterIds.length}], 'customer_request', 'The customer called', 1,
        encode(sha256(n::text::bytea), 'hex')
      from chosen returning org_id, id, number, order_id, requested_by, reason_code, reason, payload_hash
    ), changes as (
      insert into public.changes (org_id, request_id, round, position, kind, line_id, before, after)
      select r.org_id, r.id, 1, 1, 'set_quantity', c.line_id,
        jsonb_build_object('position', 1, 'sku', c.sku, 'description', 'A widget', 'uom', null, 'quantity', '10', 'unit_price', '4.2', 'requested_ship_date', null),
        '{"quantity": "12"}'
      from requests r join chosen c on c.order_id = r.order_id
    ), rounds as (
      insert into public.request_rounds (org_id, request_id, round, authored_by, base_version, payload_hash, reason_code, reason,
        policy_version, rule_id, rule_name, steps, routing_facts)
      select org_id, id, 1, requested_by, 1, payload_hash, reason_code, reason, 1, 'default', 'Everything else',
        ${superuser.json(steps)}::jsonb -> (number % ${steps.length}), '{}'
      from requests
    )
    insert into public.open_targets (org_id, order_id, target, request_id)
    select r.org_id, r.order_id, 'line:' || c.line_id || ':quantity', r.id from requests r join chosen c on c.order_id = r.order_id`;
  await superuser`update public.request_counters set last_number = ${to} where org_id = ${orgId}`;
  // What the scheduled route does within a minute: until when each has to be decided.
  await superuser`select private.move_due_times()`;
  await superuser.unsafe(
    "vacuum analyze public.change_requests, public.changes, public.request_rounds, public.open_targets",
  );
}
