import { expect, test } from "vitest";
import { by, rule, withRules } from "../../support/approvals.ts";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, submit, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

/** Three changes: line 1 from 10 to 12, line 2 removed, line 3 from 10 to 9. */
async function threeAsked() {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: [{}, {}, {}] });
  const [first, second, third] = order.lines.map(({ id }) => id);
  const request = await submitted(team.requester, order, [
    { kind: "set_quantity", line_id: first, quantity: "12" },
    { kind: "remove_line", line_id: second },
    { kind: "set_quantity", line_id: third, quantity: "9" },
  ]);
  return { team, order, request };
}

async function written(orderId: string, request: Request) {
  const lines = await superuser<{ quantity: number }[]>`
    select quantity_ordered::float as quantity from public.order_lines where order_id = ${orderId} order by position`;
  const changes = await superuser<{ outcome: string | null }[]>`
    select outcome from public.changes where request_id = ${request.id} order by position`;
  return { lines: lines.map(({ quantity }) => quantity), outcomes: changes.map(({ outcome }) => outcome) };
}

test("the rest is written once, what is rejected is not, and everybody is told which", async () => {
  const { team, order, request } = await threeAsked();
  const answer = await decide(team.approver, request, "approve", { rejected: [2, 2], note: "They need line 2" });
  expect(answer).toMatchObject({ outcome: "applied", applied_version: 2, rejected_changes: [2] });
  expect(await written(order.id, request)).toEqual({
    lines: [12, 10, 9],
    outcomes: ["applied", "rejected", "applied"],
  });
  expect(await traces(request.id)).toMatchObject({ version: 2, writes: 1, decisions: 1, held: 0 });
  const [row] = await superuser`
    select d.rejected_changes as decided, a.after -> 'rejected' as said, jsonb_array_length(o.after -> 'changes') as changed,
      (select jsonb_agg(c -> 'outcome') from jsonb_array_elements(n.facts -> 'changes') c) as mailed
    from public.decisions d
    join public.audit_entries a on a.request_id = d.request_id and a.action = 'request.applied'
    join public.audit_entries o on o.request_id = d.request_id and o.action = 'order.changed'
    join public.notifications n on n.request_id = d.request_id and n.template = 'request_applied' and n.recipient_id = ${team.requester.memberId}
    where d.request_id = ${request.id}`;
  expect(row).toEqual({ decided: [2], said: [2], changed: 2, mailed: ["applied", "rejected", "applied"] });
});

test("only what is approved is checked: a locked or moved line that is rejected is not in the way", async () => {
  const { team, order, request } = await threeAsked();
  await superuser`update public.order_lines set quantity_picked = 10, quantity_ordered = 11 where id = ${order.lines[1]?.id ?? ""}`;
  await superuser`update public.orders set version = 2 where id = ${order.id}`;
  expect(await decide(team.approver, request, "approve", { version: 2 })).toMatchObject({ outcome: "conflict" });
  expect(await decide(team.approver, request, "approve", { version: 2, rejected: [2] })).toMatchObject({
    outcome: "applied",
  });
  expect(await written(order.id, request)).toMatchObject({ lines: [12, 11, 9] });
});

test("what is approved is checked all the same, and problems name their change by its place", async () => {
  const { team, order, request } = await threeAsked();
  await superuser`update public.order_lines set quantity_picked = 9.5 where id = ${order.lines[2]?.id ?? ""}`;
  const answer = await decide(team.approver, request, "approve", { rejected: [1] });
  expect(answer).toMatchObject({ outcome: "refused", problems: [{ code: "below_floor", change_index: 2 }] });
  expect(await written(order.id, request)).toEqual({ lines: [10, 10, 10], outcomes: [null, null, null] });
});

test("what the first step rejects stays rejected, and is free for others at once", async () => {
  const { team, order, request } = await threeAsked();
  await withRules(team, rule([by([team.approver]), by([team.secondApprover])]));
  const order2 = await createOrder(team.id, { lines: [{}, {}, {}] });
  const [a, b, c] = order2.lines.map(({ id }) => id);
  const twoSteps = await submitted(team.requester, order2, [
    { kind: "set_quantity", line_id: a, quantity: "12" },
    { kind: "remove_line", line_id: b },
    { kind: "set_quantity", line_id: c, quantity: "9" },
  ]);
  expect(await decide(team.approver, twoSteps, "approve", { rejected: [2] })).toMatchObject({
    outcome: "step_approved",
    rejected_changes: [2],
  });
  const other = [{ kind: "set_quantity", line_id: b, quantity: "11" }];
  expect(await submit(team.secondRequester, order2, other)).toMatchObject({ outcome: "submitted" });
  expect(await submit(team.secondRequester, order2, [{ kind: "remove_line", line_id: c }])).toMatchObject({
    outcome: "overlap",
  });
  expect(await decide(team.secondApprover, twoSteps, "approve", { rejected: [1, 3] })).toMatchObject({
    code: "PT422",
    reason: "nothing_approved",
  });
  expect(await decide(team.secondApprover, twoSteps, "approve", { rejected: [3] })).toMatchObject({
    outcome: "applied",
    rejected_changes: [2, 3],
  });
  expect(await written(order2.id, twoSteps)).toEqual({
    lines: [12, 10, 10],
    outcomes: ["applied", "rejected", "rejected"],
  });
  // A request of one step beside it is untouched.
  expect(await decide(team.approver, request, "reject")).toMatchObject({ outcome: "rejected" });
  expect(await written(order.id, request)).toEqual({
    lines: [10, 10, 10],
    outcomes: ["rejected", "rejected", "rejected"],
  });
});

test.each<[string, string, (number | null)[], string | null, string]>([
  ["everything", "approve", [1, 2, 3], "No", "nothing_approved"],
  ["a change that is not there", "approve", [4], "No", "unknown_change"],
  ["nothing by name", "approve", [null], "No", "unknown_change"],
  ["some without saying why", "approve", [1], null, "required"],
  ["some while rejecting all", "reject", [1], "No", "unknown_change"],
  ["some while sending back", "return", [1], "No", "unknown_change"],
])("malformed: to reject %s", async (_, decision, rejected, note, reason) => {
  const { team, request, order } = await threeAsked();
  expect(await decide(team.approver, request, decision, { rejected, note })).toMatchObject({ code: "PT422", reason });
  expect(await written(order.id, request)).toEqual({ lines: [10, 10, 10], outcomes: [null, null, null] });
});

test("the same key with other lines is another body", async () => {
  const { team, request } = await threeAsked();
  const key = "one-key-two-bodies";
  expect(await decide(team.approver, request, "approve", { rejected: [1], key })).toMatchObject({
    outcome: "applied",
    replayed: false,
  });
  expect(await decide(team.approver, request, "approve", { rejected: [1], key })).toMatchObject({
    outcome: "applied",
    replayed: true,
  });
  expect(await decide(team.approver, request, "approve", { rejected: [2], key })).toMatchObject({
    code: "PT422",
    reason: "idempotency_key_reused",
  });
});
