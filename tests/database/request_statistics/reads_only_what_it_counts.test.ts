import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connections } from "../../support/connections.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

let org: Organization;
const notices: string[] = [];
const sql = postgres(connections.adminDatabaseUrl, { max: 1, onnotice: ({ message }) => notices.push(message ?? "") });

beforeAll(async () => {
  org = await createOrganization();
  const order = await createOrder(org.id);
  // Twenty thousand requests over four years, fifty of which are of this week.
  await superuser`
    insert into public.change_requests (org_id, number, order_id, status, requested_by, reason_code, reason, base_version, payload_hash,
      submitted_at, decided_by, decided_at, decision_note, closed_at)
    select ${org.id}, n, ${order.id}, 'rejected', ${org.requester.memberId}, 'other', 'History', 1, repeat('0', 64),
      t.at, ${org.approver.memberId}, t.at + interval '1 hour', 'No', t.at + interval '1 hour'
    from generate_series(1, 20000) n, lateral (select now() - make_interval(hours => (n * 1.75)::integer) as at) t`;
  await superuser`vacuum analyze public.change_requests`;
  await sql`load 'auto_explain'`;
  await sql.unsafe(`
    set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set client_min_messages = log`);
});
afterAll(() => sql.end());

test("a quarter's figures are found by time, however long the history", async () => {
  await sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: org.requester.userId })}, true), set_config('role', 'authenticated', true)`;
    await tx`select public.request_statistics(${org.id}, 12)`;
  });
  const plan = notices.find((notice) => notice.includes("percentile_cont")) ?? "";
  expect(plan).toContain("change_requests_by_time");
  expect(plan).toContain("change_requests_by_decision_time");
  expect(plan).not.toContain("Seq Scan on change_requests");
});
