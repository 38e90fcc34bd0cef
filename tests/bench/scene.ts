import { request } from "../support/api.ts";
import { call, type Outcome } from "../support/command.ts";
import { addMember, createOrganization, type Member, type Organization } from "../support/organization.ts";
import { superuser } from "../support/postgres.ts";
import { sessionOf } from "../support/session.ts";

export type PooledOrder = { id: string; version: number; lineId: string; quantity: number };

/** A requester with orders nobody else of the bench asks about. */
export type Worker = { requester: Member; orders: PooledOrder[] };

export type Scene = { org: Organization; workers: Worker[] };

const ORDERS_PER_WORKER = 20;

/** An organization with open orders, shared out among as many requesters as are to work at a time. */
export async function createScene(count: number): Promise<Scene> {
  const org = await createOrganization();
  const orders = await addPool(org.id, count * ORDERS_PER_WORKER);
  const workers: Worker[] = [];
  for (let index = 0; index < count; index++) {
    const requester = index === 0 ? org.requester : await addMember(org.id, ["requester"], `Carl Requester ${index}`);
    workers.push({ requester, orders: orders.slice(index * ORDERS_PER_WORKER, (index + 1) * ORDERS_PER_WORKER) });
  }
  return { org, workers };
}

/** Open orders of one line each, for requests and decisions. */
export async function addPool(orgId: string, count: number): Promise<PooledOrder[]> {
  return superuser<PooledOrder[]>`
    with made as (
      insert into public.orders (org_id, order_number, customer, status_word, stage, requested_ship_date)
      select ${orgId}, 'POOL-' || n, 'Pool ' || n, 'Open', 'open', '2099-06-30' from generate_series(1, ${count}::int) n
      returning org_id, id, version
    ), lines as (
      insert into public.order_lines (org_id, order_id, line_key, position, sku, quantity_ordered)
      select org_id, id, '1', 1, 'WIDGET-1', 10 from made returning id, order_id
    )
    select m.id, m.version, l.id as "lineId", 10 as quantity from made m join lines l on l.order_id = m.id`;
}

/** A way to call a command as somebody: through SQL as their role, or through the REST door. */
export type Door = (person: Member, command: string, args: Record<string, unknown>) => Promise<Outcome>;

export const throughSql: Door = (person, command, args) => call(person.userId, command, args);

export const throughRest: Door = async (person, command, args) => {
  const { token } = await sessionOf(person);
  const response = await request(`/rest/v1/rpc/${command}`, { method: "POST", token, body: JSON.stringify(args) });
  if (!response.ok) throw new Error(`${command}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Outcome;
};
