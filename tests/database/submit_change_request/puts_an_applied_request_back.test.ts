import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { inDays } from "../../support/days.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { asMember, superuser } from "../../support/postgres.ts";
import { decide, type Request, requestOf, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

async function applied(team: Team): Promise<{ order: Order; request: Request }> {
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
  ]);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied" });
  return { order: { ...order, version: 2 }, request };
}

function undo(by: { userId: string }, order: Order, reverses: string, quantity = "10", version = order.version) {
  return ask(by.userId, "submit_change_request", {
    p_order_id: order.id,
    p_base_version: version,
    p_changes: [{ kind: "set_quantity", line_id: order.lines[0].id, quantity }],
    p_reason_code: "customer_request",
    p_reason: "Undo",
    p_idempotency_key: randomUUID(),
    p_reverses: reverses,
  });
}

const links = (team: Team, reference: string) =>
  asMember(
    team.requester.userId,
    (sql) => sql`
      select reverses, undone_by from public.change_request_list where org_id = ${team.id} and reference = ${reference}`,
  );

test("it goes the way of every request, and both name each other", async () => {
  const team = await createTeam();
  const { order, request } = await applied(team);
  const back = requestOf(await undo(team.secondRequester, order, request.id));
  expect(await links(team, request.reference)).toEqual([
    { reverses: null, undone_by: { reference: back.reference, status: "pending" } },
  ]);
  expect(await decide(team.approver, back, "approve")).toMatchObject({ outcome: "applied", applied_version: 3 });
  expect(await links(team, back.reference)).toEqual([{ reverses: request.reference, undone_by: null }]);
  const [line] = await superuser`
    select trim_scale(quantity_ordered)::text as quantity from public.order_lines where id = ${order.lines[0].id}`;
  expect(line).toEqual({ quantity: "10" });
  const [entry] = await superuser`
    select after ->> 'reverses' as reverses from public.audit_entries
    where request_id = ${back.id} and action = 'request.submitted'`;
  expect(entry).toEqual({ reverses: request.reference });
});

test("what was empty becomes empty again, by an undo and by nothing else", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { shipDate: null, shipTo: null, shipMethod: "Ground" });
  const line = order.lines[0].id;
  const filled = await submitted(team.requester, order, [
    { kind: "set_order_date", requested_ship_date: inDays(20) },
    { kind: "set_line_date", line_id: line, requested_ship_date: inDays(9) },
    { kind: "set_ship_to", ship_to: "4 New St" },
    { kind: "set_ship_method", ship_method: "Air" },
  ]);
  expect(await decide(team.approver, filled, "approve")).toMatchObject({ outcome: "applied" });
  const empty = [
    { kind: "set_order_date", requested_ship_date: null },
    { kind: "set_line_date", line_id: line, requested_ship_date: null },
    { kind: "set_ship_to", ship_to: null },
  ];
  const send = (changes: unknown[], reverses: string | null) =>
    ask(team.requester.userId, "submit_change_request", {
      p_order_id: order.id,
      p_base_version: 2,
      p_changes: changes,
      p_reason_code: "customer_request",
      p_reason: "Undo",
      p_idempotency_key: randomUUID(),
      p_reverses: reverses,
    });
  expect(await send(empty, null)).toMatchObject({
    reason: "invalid_date",
    detail: expect.stringContaining('"change_index": 0'),
  });
  // There was a method before.
  expect(await send([{ kind: "set_ship_method", ship_method: null }], filled.id)).toMatchObject({
    reason: "invalid_ship_method",
  });
  const back = requestOf(await send(empty, filled.id));
  expect(await decide(team.approver, back, "approve")).toMatchObject({ outcome: "applied", applied_version: 3 });
  const [row] = await superuser`
    select o.requested_ship_date, o.ship_to, o.ship_method, l.requested_ship_date as line_date
    from public.orders o join public.order_lines l on l.id = ${line} where o.id = ${order.id}`;
  expect(row).toEqual({ requested_ship_date: null, ship_to: null, ship_method: "Air", line_date: null });
});

test("twenty people undo at once: one request, nineteen told who was first", async () => {
  const team = await createTeam();
  const { order, request } = await applied(team);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      undo(index % 2 ? team.requester : team.secondRequester, order, request.id, String(20 + index)),
    ),
  );
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([...Array(19).fill("duplicate"), "submitted"]);
  const first = answers.find(({ outcome }) => outcome === "submitted");
  for (const answer of answers.filter(({ outcome }) => outcome === "duplicate"))
    expect(answer.problems).toMatchObject([{ code: "undone_already", reference: first?.reference }]);
  const [kept] = await superuser`
    select count(*)::int as requests from public.change_requests where reverses = ${request.id}`;
  expect(kept).toEqual({ requests: 1 });
});

test("one that came to nothing leaves the way free; only what was written here can be undone", async () => {
  const team = await createTeam();
  const { order, request } = await applied(team);
  const first = requestOf(await undo(team.requester, order, request.id));
  await decide(team.approver, first, "reject");
  const second = requestOf(await undo(team.requester, order, request.id));
  expect(second.reference).not.toBe(first.reference);
  const refusal = { code: "PT422", reason: "not_reversible" };
  expect(await undo(team.requester, order, first.id)).toMatchObject(refusal);
  expect(await undo(team.requester, order, randomUUID())).toMatchObject(refusal);
  const elsewhere = await applied(team);
  expect(await undo(team.requester, order, elsewhere.request.id)).toMatchObject(refusal);
  const theirs = await applied({ ...team, ...team.strangers });
  expect(await undo(team.requester, order, theirs.request.id)).toMatchObject(refusal);
});

test("who wrote the undo cannot approve it, and a picked order takes none", async () => {
  const team = await createTeam();
  const { order, request } = await applied(team);
  await superuser`update public.members set roles = '{approver,requester}' where id = ${team.approver.memberId}`;
  const own = requestOf(await undo(team.approver, order, request.id));
  expect(await decide(team.approver, own, "approve")).toMatchObject({ code: "PT403", reason: "own_request" });
  await decide(team.secondApprover, own, "reject");
  await superuser`update public.orders set stage = 'picked' where id = ${order.id}`;
  expect(await undo(team.requester, order, request.id)).toMatchObject({
    outcome: "refused",
    problems: [{ code: "order_locked" }],
  });
});
