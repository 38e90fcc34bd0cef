import postgres from "postgres";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { connections } from "../../support/connections.ts";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { submit } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";

test("a thousand appends at once are one chain without a gap or a fork", async () => {
  const team = await createTeam();
  const fifty = postgres(connections.adminDatabaseUrl, { max: 50, onnotice: () => undefined });
  const append = () => fifty`select private.append_audit(${team.id}, ${team.admin.memberId}, 'test.appended')`;
  await Promise.all(Array.from({ length: 1000 }, append));
  await fifty.end();
  expect(await ask(team.admin.userId, "verify_audit_chain", { p_org: team.id })).toMatchObject({
    ok: true,
    entries: 1001,
    first_bad_seq: null,
    head: { seq: 1001 },
  });
  const [row] = await superuser`
    select count(*)::int as entries, count(distinct prev_hash)::int as links, min(seq)::int as first, max(seq)::int as last
    from public.audit_entries where org_id = ${team.id}`;
  expect(row).toEqual({ entries: 1001, links: 1001, first: 1, last: 1001 });
});

test("commands of different kinds at once leave one chain, in the order of its moments", async () => {
  const team = await createTeam();
  const orders = await Promise.all(Array.from({ length: 12 }, () => createOrder(team.id)));
  await Promise.all(
    orders.flatMap((order, index) => [
      submit(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]),
      submit(team.secondRequester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]),
      ask(team.admin.userId, "map_status", { p_org: team.id, p_word: `word ${index}`, p_stage: "open" }),
    ]),
  );
  expect(await ask(team.admin.userId, "verify_audit_chain", { p_org: team.id })).toMatchObject({
    ok: true,
    entries: 37,
  });
  const rows = await superuser<
    { at: Date }[]
  >`select at from public.audit_entries where org_id = ${team.id} order by seq`;
  const moments = rows.map(({ at }) => at.getTime());
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
});

test("an entry freezes its actor as they were", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  await submit(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await ask(team.admin.userId, "set_member_roles", {
    p_org: team.id,
    p_member_id: team.requester.memberId,
    p_roles: ["approver"],
  });
  await superuser`update public.members set name = 'Somebody Else', email = 'else@example.test' where id = ${team.requester.memberId}`;
  const [entry] = await superuser`
    select actor_name, actor_email, actor_roles from public.audit_entries where org_id = ${team.id} and action = 'request.submitted'`;
  expect(entry).toEqual({
    actor_name: "Carl Requester",
    actor_email: team.requester.email,
    actor_roles: ["requester"],
  });
});
