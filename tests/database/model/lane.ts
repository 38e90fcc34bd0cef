import postgres, { type Sql } from "postgres";
import { connections } from "../../support/connections.ts";
import { addMember, createOrganization, type Member, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { cast, FIRST_QUANTITY, LINES } from "./world.ts";

export type Answer = Record<string, unknown>;

/**
 * An organization in which one history after the other happens, with connections of its own. People stay; what they may,
 * what they arranged, the rules and the order are new for every history.
 */
export type Lane = {
  org: Organization;
  people: Member[];
  orderId: string;
  orderNumber: string;
  lineIds: string[];
  sql: Sql;
};

export async function openLane(): Promise<Lane> {
  const org = await createOrganization();
  const people = [org.requester, org.approver, org.fulfillment, org.admin];
  while (people.length < cast.length) people.push(await addMember(org.id, ["requester"], `Member ${people.length}`));
  // In the order of their ids, because of several principals a delegate stands in for the one with the first id.
  people.sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const sql = postgres(connections.databaseUrl, { max: 4, idle_timeout: 5, onnotice: () => undefined });
  return { org, people, orderId: "", orderNumber: "", lineIds: [], sql };
}

export const literal = (value: unknown) => `$model$${typeof value === "string" ? value : JSON.stringify(value)}$model$`;

/** One statement after the other in one transaction and one round trip; the rows of the last one. */
async function inOneTrip(sql: Sql, statements: string[]): Promise<Answer[]> {
  const results = (await sql.unsafe(statements.join(";\n")).simple()) as unknown as Answer[][];
  return results.at(-1) ?? [];
}

/** Calls a command as a person would; a refusal is an answer with its reason. */
export async function callAs(lane: Lane, actor: number, name: string, args: Record<string, string>): Promise<Answer> {
  const claims = { sub: lane.people[actor]?.userId, role: "authenticated" };
  const list = Object.entries(args).map(([key, value]) => `${key} => ${value}`);
  try {
    const [row] = await inOneTrip(lane.sql, [
      `select set_config('request.jwt.claims', ${literal(claims)}, true), set_config('statement_timeout', '30s', true), set_config('role', 'authenticated', true)`,
      `select public.${name}(${list.join(", ")}) as answer`,
    ]);
    return row?.answer as Answer;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith("PT4")) throw error;
    return { outcome: message };
  }
}

/** What the scheduled route does, with the order locked first as everywhere. */
export async function asTheRoute(lane: Lane, statement: string): Promise<Answer> {
  const [row] = await inOneTrip(lane.sql, [
    `select 1 from public.orders where org_id = '${lane.org.id}' and id = '${lane.orderId}' for update`,
    statement,
  ]);
  return (row?.answer as Answer | undefined) ?? {};
}

/** Whatever the source system does to the order, under the lock an import takes. */
export async function changeOrder(lane: Lane, change: string): Promise<void> {
  const ids = `org_id = '${lane.org.id}' and id = '${lane.orderId}'`;
  await inOneTrip(lane.sql, [
    `select 1 from public.orders where ${ids} for update`,
    change,
    `update public.orders set version = version + 1 where ${ids}`,
  ]);
}

/** A blank page: everybody as in the cast, no rules, nothing pending, an order of its own. Answers the rules' version. */
export async function startOver(lane: Lane): Promise<number> {
  const org = `org_id = '${lane.org.id}'`;
  const number = `SO-${crypto.randomUUID().slice(0, 8)}`;
  const [row] = await superuser.begin(async (sql) => {
    const statements = [
      ...cast.map(
        ({ roles }, place) =>
          `update public.members set active = true, deactivated_at = null, deactivated_by = null, roles = '{${roles.join(",")}}' where ${org} and id = '${lane.people[place]?.memberId}'`,
      ),
      `update public.delegations set revoked_at = now(), revoked_by = created_by where ${org} and revoked_at is null`,
      `update public.change_requests set status = 'withdrawn', closed_at = now() where ${org} and status in ('pending', 'returned')`,
      `delete from public.open_targets where ${org}`,
      `insert into public.approval_policies (org_id, version, rules, created_by)
        select org_id, version + 1, jsonb_build_array(private.default_rule()), created_by from public.approval_policies
        where ${org} order by version desc limit 1`,
      `with made as (
        insert into public.orders (org_id, order_number, status_word, stage) values ('${lane.org.id}', '${number}', 'Open', 'open') returning org_id, id
      ), lines as (
        insert into public.order_lines (org_id, order_id, line_key, position, sku, quantity_ordered)
        select org_id, id, n, n, 'WIDGET-' || n, ${FIRST_QUANTITY} from made, generate_series(1, ${LINES}) n returning order_id, id, position
      )
      select order_id, array_agg(id order by position) as line_ids,
        (select max(version) from public.approval_policies where ${org}) + 1 as version from lines group by order_id`,
    ];
    const results = (await sql.unsafe(statements.join(";\n")).simple()) as unknown as Answer[][];
    return results.at(-1) ?? [];
  });
  lane.orderId = String(row?.order_id);
  lane.orderNumber = number;
  lane.lineIds = row?.line_ids as string[];
  const [policy] = await superuser<{ version: number }[]>`
    select max(version) as version from public.approval_policies where org_id = ${lane.org.id}`;
  return policy?.version ?? 0;
}
