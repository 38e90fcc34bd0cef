import { expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { footprint } from "../../support/footprint.ts";
import { saveRules } from "../../support/lock-table.ts";
import { createOrder } from "../../support/order.ts";
import { addMember } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, requestOf, resubmit, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

const removal = (line: string | undefined) => [{ kind: "remove_line", line_id: line }];

test("nobody decides what they asked for, whatever their roles", async () => {
  const team = await createTeam();
  const both = await addMember(team.id, ["requester", "approver", "admin"], "Sam Senior");
  const order = await createOrder(team.id);
  const request = await submitted(both, order, removal(order.lines[0].id));
  const before = await footprint(team.id);
  for (const decision of ["approve", "reject", "return"]) {
    expect(await decide(both, request, decision)).toMatchObject({ code: "PT403", reason: "own_request" });
  }
  expect(await footprint(team.id)).toEqual(before);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied" });
  expect(await decide(both, request, "approve"), "not even afterwards").toMatchObject({ reason: "own_request" });
});

test("an author of an earlier round cannot decide a later one", async () => {
  const team = await createTeam();
  const both = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  const order = await createOrder(team.id);
  const first = await submitted(both, order, removal(order.lines[0].id));
  await decide(team.approver, first, "return");
  const second = requestOf(await resubmit(both, first, removal(order.lines[1]?.id)));
  // Somebody else's name is on the request now; the rounds still know who wrote it.
  await superuser`update public.change_requests set requested_by = ${team.secondRequester.memberId} where id = ${first.id}`;
  expect(await decide(both, second, "approve")).toMatchObject({ code: "PT403", reason: "own_request" });
});

test("the table itself refuses a decision by the requester", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  const forged = superuser`
    update public.change_requests
    set status = 'rejected', decided_by = requested_by, decided_at = now(), decision_note = 'me', closed_at = now()
    where id = ${request.id}`;
  await expect(forged).rejects.toMatchObject({ constraint_name: "change_requests_decider_is_not_the_requester" });
});

const shipped = "status_word = 'Shipped', status_stage = 'shipped'";

test.each([
  ["the order was picked", "update public.orders set stage = 'picked' where id = $1", "order_locked"],
  [
    "its status word means nothing any more",
    "update public.orders set stage = 'unknown' where id = $1",
    "order_locked",
  ],
  ["the line was started", "update public.order_lines set quantity_picked = 1 where order_id = $1", "line_started"],
  ["the line was finished", "update public.order_lines set quantity_packed = 10 where order_id = $1", "line_locked"],
  ["the line's own word means shipped", `update public.order_lines set ${shipped} where order_id = $1`, "line_locked"],
  [
    "picking began, nobody knows where",
    "update public.orders set stage = 'picking' where id = $1",
    "line_progress_unknown",
  ],
])("meanwhile %s: refused, kept and told", async (_, sql, code) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  await superuser.unsafe(sql, [order.id]);
  const answer = await decide(team.approver, request, "approve");
  expect(answer).toMatchObject({ outcome: "refused", version: 1, problems: [{ code, change_index: 0 }] });
  expect(await traces(request.id)).toEqual({
    version: 1,
    status: "refused",
    writes: 0,
    decisions: 1,
    held: 0,
    actions: ["request.submitted", "check.refused"],
    mails: { request_submitted: 2, request_refused: 1 },
  });
  const [line] = await superuser`select removed_at from public.order_lines where id = ${order.lines[0].id}`;
  expect(line).toEqual({ removed_at: null });
});

test("meanwhile more was picked than is asked for: below the floor", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "4" };
  const request = await submitted(team.requester, order, [change]);
  await superuser`update public.order_lines set quantity_picked = 4.000001 where id = ${order.lines[0].id}`;
  expect(await decide(team.approver, request, "approve")).toMatchObject({
    outcome: "refused",
    problems: [{ code: "below_floor", floor: "4.000001", quantity: "4", ordered: "10" }],
  });
});

test("meanwhile the day has passed: refused", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "set_order_date", requested_ship_date: inDays(1) }]);
  const after = JSON.stringify({ requested_ship_date: inDays(-2) });
  await superuser`update public.changes set after = ${after}::text::jsonb where request_id = ${request.id}`;
  expect(await decide(team.approver, request, "approve")).toMatchObject({
    outcome: "refused",
    problems: [{ code: "date_in_past", requested_ship_date: inDays(-2) }],
  });
});

test("meanwhile an admin locked this kind of change: refused", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "add_line", sku: "BOLT", quantity: "1" }]);
  await saveRules(team, { kind: "add_line", stage: "open", is_locked: true });
  expect(await decide(team.approver, request, "approve")).toMatchObject({
    outcome: "refused",
    problems: [{ code: "stage_locked", stage: "open" }],
  });
});
