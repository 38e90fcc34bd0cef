import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { createOrder } from "../../support/order.ts";
import { addMember } from "../../support/organization.ts";
import { asMember, superuser } from "../../support/postgres.ts";
import { decide, type Request, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

type Person = { userId: string };

async function applied(team: Team, customer = "Acme Stores"): Promise<Request & { order: string; orderId: string }> {
  const order = await createOrder(team.id, { customer });
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(team.requester, order, [change]);
  await decide(team.approver, request, "approve");
  return { ...request, order: order.number, orderId: order.id };
}

const acknowledge = (by: Person, org: string, requests: { id: string }[]) =>
  ask(by.userId, "acknowledge_changes", { p_org: org, p_request_ids: requests.map(({ id }) => id) });
const acknowledgeOrder = (by: Person, org: string, number: string) =>
  ask(by.userId, "acknowledge_order", { p_org: org, p_order_number: number });
const seen = (by: Person, org: string) =>
  asMember(
    by.userId,
    (sql) => sql`select reference from public.changes_to_acknowledge where org_id = ${org} order by 1`,
  );
const entries = (org: string) => superuser`
  select actor_id, request_id from public.audit_entries where org_id = ${org} and action = 'change.acknowledged' order by seq`;

test("one, many, and again: each change once, with who and when", async () => {
  const team = await createTeam();
  const [first, second, third] = await Promise.all([applied(team), applied(team), applied(team)]);
  expect(await seen(team.fulfillment, team.id)).toHaveLength(3);

  const one = await acknowledge(team.fulfillment, team.id, [first]);
  expect(one).toMatchObject({ outcome: "acknowledged", acknowledged: [{ reference: first.reference }], already: [] });
  const many = await acknowledge(team.fulfillment, team.id, [first, second, third]);
  expect(many.acknowledged).toHaveLength(2);
  expect(many.already).toMatchObject([{ reference: first.reference, by: "Finn Fulfillment" }]);
  const again = await acknowledge(team.fulfillment, team.id, [second]);
  expect(again).toMatchObject({ outcome: "nothing_to_acknowledge", acknowledged: [] });

  expect(await seen(team.fulfillment, team.id)).toEqual([]);
  expect(await entries(team.id)).toHaveLength(3);
  const [row] =
    await superuser`select acknowledged_by, acknowledged_at from public.change_requests where id = ${first.id}`;
  expect(row).toMatchObject({ acknowledged_by: team.fulfillment.memberId, acknowledged_at: expect.any(Date) });
});

test("twenty people at once leave one acknowledgement and no error", async () => {
  const team = await createTeam();
  const other = await addMember(team.id, ["fulfillment"], "Fay Fulfillment");
  const requests = await Promise.all(Array.from({ length: 4 }, () => applied(team)));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      acknowledge(index % 2 ? other : team.fulfillment, team.id, index % 3 ? requests : requests.toReversed()),
    ),
  );
  expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([]);
  expect(answers.flatMap(({ acknowledged }) => acknowledged as unknown[])).toHaveLength(4);
  expect(await entries(team.id)).toHaveLength(4);
});

test("a scanned order number acknowledges all that waits on it", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { number: "SO-77a" });
  const [line, second] = order.lines;
  const first = await submitted(team.requester, order, [{ kind: "remove_line", line_id: line.id }]);
  await decide(team.approver, first, "approve");
  const next = { ...order, version: 2 };
  const change = { kind: "set_quantity", line_id: second?.id, quantity: "9" };
  await decide(team.approver, await submitted(team.requester, next, [change]), "approve");

  expect(await acknowledgeOrder(team.fulfillment, team.id, " SO-77a ")).toMatchObject({
    outcome: "acknowledged",
    order_number: "SO-77a",
    acknowledged: [{}, {}],
  });
  expect(await acknowledgeOrder(team.fulfillment, team.id, "SO-77a")).toMatchObject({
    outcome: "nothing_to_acknowledge",
  });
  expect(await acknowledgeOrder(team.fulfillment, team.id, "SO-9999")).toMatchObject({ outcome: "unknown_order" });
  expect(await acknowledgeOrder(team.fulfillment, team.id, "  ")).toMatchObject({ code: "PT422", reason: "required" });
});

test.each([
  ["1001", "#1001"],
  ["#1002", "1002"],
  ["so-5", "SO-5"],
])("%s finds %s", async (typed, number) => {
  const team = await createTeam();
  await createOrder(team.id, { number });
  expect(await acknowledgeOrder(team.fulfillment, team.id, typed)).toMatchObject({ order_number: number });
});

test("what is not applied, not ours or not said is not acknowledged", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const pending = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  expect(await acknowledge(team.fulfillment, team.id, [pending])).toMatchObject({ outcome: "nothing_to_acknowledge" });
  const theirs = await applied({ ...team, ...team.strangers });
  expect(await acknowledge(team.fulfillment, team.id, [theirs])).toMatchObject({ code: "PT404" });
  expect(await acknowledge(team.fulfillment, team.id, [])).toMatchObject({ code: "PT422", reason: "invalid_requests" });
  const [row] = await superuser`select acknowledged_at from public.change_requests where id = ${theirs.id}`;
  expect(row).toEqual({ acknowledged_at: null });
});
