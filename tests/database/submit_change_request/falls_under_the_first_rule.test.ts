import { beforeAll, expect, test } from "vitest";
import { by, byAnyone, rule, savePolicy, withRules } from "../../support/approvals.ts";
import { inDays } from "../../support/days.ts";
import { createOrder, type Order, type OrderFacts } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, requestOf, resubmit, submit, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

type Frozen = { rule_id: string; policy_version: number; steps: unknown };

async function frozen(requestId: string, round = 1): Promise<Frozen | undefined> {
  const [row] = await superuser<Frozen[]>`
    select rule_id, policy_version, steps from public.request_rounds where request_id = ${requestId} and round = ${round}`;
  return row && { ...row };
}

// Two lines: 10 × WIDGET-1 and 5 × GADGET-2, each at 42.00; the order ships in a hundred days unless told otherwise.
const more = (quantity: string) => (order: Order) => [{ kind: "set_quantity", line_id: order.lines[0].id, quantity }];
const remove = (order: Order) => [{ kind: "remove_line", line_id: order.lines[0].id }];
const add = (facts: object) => () => [{ kind: "add_line", sku: "BOLT", quantity: "4", unit_price: "2", ...facts }];
const lineDay = (day: string) => (order: Order) => [
  { kind: "set_line_date", line_id: order.lines[0].id, requested_ship_date: day },
];
const orderDay = (day: string) => () => [{ kind: "set_order_date", requested_ship_date: day }];
const swap =
  (facts: object = {}) =>
  (order: Order) => [{ kind: "substitute_line", line_id: order.lines[0].id, sku: "COG-7", ...facts }];
const close = (order: Order) => [{ kind: "close_line", line_id: order.lines[0].id }];
const cancel = () => [{ kind: "cancel_order" }];
const method = () => [{ kind: "set_ship_method", ship_method: "Truck" }];
const both = (order: Order) => [
  ...more("12")(order),
  { kind: "set_quantity", line_id: order.lines[1]?.id, quantity: "3" },
];

type Case = [
  words: string,
  conditions: object,
  changes: (order: Order) => Change[],
  applies: boolean,
  order?: OrderFacts,
];

const noPrice = { lines: [{ unitPrice: null }] };
const cases: Case[] = [
  ["no condition holds for everything", {}, more("12"), true],
  ["kind: one of several", { kinds: ["remove_line", "set_quantity"] }, more("12"), true],
  ["kind: another", { kinds: ["remove_line"] }, more("12"), false],
  ["quantity: up by as much", { quantity: "2" }, more("12"), true],
  ["quantity: down by as much", { quantity: "2" }, more("8"), true],
  ["quantity: a bit less", { quantity: "2" }, more("11.999999"), false],
  ["quantity: a removed line counts whole", { quantity: "10" }, remove, true],
  ["quantity: a substituted line counts whole", { quantity: "10" }, swap(), true],
  ["quantity: a substitute for more counts as that", { quantity: "11" }, swap({ quantity: "11" }), true],
  ["quantity: a new line counts whole", { quantity: "4" }, add({}), true],
  ["quantity: two changes don't add up", { quantity: "3" }, both, false],
  ["quantity: a date moves none", { quantity: "0.000001" }, orderDay(inDays(101)), false],
  ["quantity: closing a line counts its rest", { quantity: "7" }, close, true, { lines: [{ picked: "3" }] }],
  ["quantity: no more than its rest", { quantity: "7.000001" }, close, false, { lines: [{ picked: "3" }] }],
  ["quantity: cancelling counts all lines", { quantity: "15" }, cancel, true],
  ["value: cancelling counts all lines", { value: "630.000001" }, cancel, false],
  ["quantity: a way to ship moves none", { quantity: "0.000001" }, method, false],
  ["SKU: a way to ship is every line's", { sku: "gadget-*" }, method, true],
  ["percent: as much of the line", { percent: "20" }, more("12"), true],
  ["percent: less", { percent: "20.000001" }, more("12"), false],
  ["percent: a new line is all of itself", { percent: "100" }, add({}), true],
  ["value: as much", { value: "84" }, more("12"), true],
  ["value: less", { value: "84.000001" }, more("12"), false],
  ["value: up and down add up", { value: "168" }, both, true],
  ["value: no price could be any value", { value: "999999" }, more("12"), true, noPrice],
  ["value: a new line without a price as well", { value: "999999" }, add({ unit_price: null }), true],
  ["value: no price, but no units either", { value: "1" }, orderDay(inDays(101)), false, noPrice],
  ["days moved: later by as many", { days_moved: 2 }, orderDay(inDays(102)), true],
  ["days moved: earlier by as many", { days_moved: 2 }, orderDay(inDays(98)), true],
  ["days moved: fewer", { days_moved: 3 }, orderDay(inDays(102)), false],
  ["days moved: a line, from the order's day", { days_moved: 2 }, lineDay(inDays(102)), true],
  [
    "days moved: a line, from its own",
    { days_moved: 2 },
    lineDay(inDays(102)),
    false,
    { lines: [{ shipDate: inDays(101) }] },
  ],
  ["days moved: from no day at all", { days_moved: 3660 }, orderDay(inDays(102)), true, { shipDate: null }],
  ["days to ship: within", { days_to_ship: 2 }, more("12"), true, { shipDate: inDays(2) }],
  ["days to ship: beyond", { days_to_ship: 2 }, more("12"), false, { shipDate: inDays(3) }],
  [
    "days to ship: the line's own day counts",
    { days_to_ship: 2 },
    more("12"),
    true,
    { lines: [{ shipDate: inDays(1) }] },
  ],
  ["days to ship: the day it moves to", { days_to_ship: 2 }, orderDay(inDays(1)), true],
  ["days to ship: the day it moves from", { days_to_ship: 2 }, orderDay(inDays(90)), true, { shipDate: inDays(1) }],
  ["days to ship: no day is no urgency", { days_to_ship: 99 }, more("12"), false, { shipDate: null }],
  ["customer: in any case", { customer: "acme STORES" }, more("12"), true],
  ["customer: only part of it", { customer: "acme" }, more("12"), false],
  ["customer: a star", { customer: "acme*" }, more("12"), true],
  ["customer: % is no star", { customer: "acme%" }, more("12"), false],
  ["SKU: of the line", { sku: "widget-*" }, more("12"), true],
  ["SKU: of another line", { sku: "gadget-*" }, more("12"), false],
  ["SKU: of the substitute", { sku: "cog-*" }, swap(), true],
  ["SKU: the order's day is every line's", { sku: "gadget-*" }, orderDay(inDays(101)), true],
  ["SKU: _ is no joker", { sku: "widget_1" }, more("12"), false],
  ["stage: the order's", { stages: ["open", "draft"] }, more("12"), true],
  ["stage: another", { stages: ["on_hold"] }, more("12"), false],
  ["all conditions hold", { kinds: ["set_quantity"], quantity: "2", customer: "acme*" }, more("12"), true],
  ["one of them does not", { kinds: ["set_quantity"], quantity: "2", customer: "other*" }, more("12"), false],
];

// One organization for all cases: each has rules and an order of its own.
let shared: Team;
beforeAll(async () => {
  shared = await createTeam();
});

test.each(cases)("%s", async (_, conditions, changesOf, applies, facts) => {
  const team = shared;
  await savePolicy(team, [rule([byAnyone(2)], conditions as Record<string, unknown>)]);
  const order = await createOrder(team.id, { shipDate: inDays(100), ...facts });
  const request = await submitted(team.requester, order, changesOf(order));
  expect((await frozen(request.id))?.rule_id).toBe(applies ? "rule" : "default");
});

test("requester: by who sends it", async () => {
  const team = await createTeam();
  await withRules(team, rule([byAnyone(2)], { requesters: [team.requester.memberId] }));
  const order = await createOrder(team.id);
  const own = await submitted(team.requester, order, more("12")(order));
  const other = await submitted(team.secondRequester, order, orderDay(inDays(101))());
  expect([(await frozen(own.id))?.rule_id, (await frozen(other.id))?.rule_id]).toEqual(["rule", "default"]);
});

test("of several that match the first counts", async () => {
  const team = await createTeam();
  await withRules(
    team,
    rule([by([team.approver])], { quantity: "100" }, "huge"),
    rule([by([team.secondApprover])], { quantity: "2" }, "some"),
    rule([byAnyone()], { quantity: "1" }, "few"),
  );
  const order = await createOrder(team.id);
  expect((await frozen((await submitted(team.requester, order, more("12")(order))).id))?.rule_id).toBe("some");
});

async function pendingUnder(team: Team) {
  await withRules(team, rule([by([team.approver])], {}, "first"));
  const order = await createOrder(team.id);
  return { order, request: await submitted(team.requester, order, more("12")(order)) };
}

test("the rule is frozen with its version: later rules don't touch what is pending", async () => {
  const team = await createTeam();
  const { request } = await pendingUnder(team);
  const before = await frozen(request.id);
  expect(before).toMatchObject({ rule_id: "first", policy_version: 2 });
  await withRules(team, rule([by([team.secondApprover])], {}, "second"));
  expect(await frozen(request.id)).toEqual(before);
  expect(await decide(team.secondApprover, request, "approve")).toMatchObject({
    code: "PT403",
    reason: "not_your_decision",
  });
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "applied" });
});

test("a further round falls under the rules of its own day", async () => {
  const team = await createTeam();
  const { request } = await pendingUnder(team);
  await decide(team.approver, request, "return");
  await withRules(team, rule([by([team.secondApprover])], {}, "second"));
  const again = requestOf(
    await resubmit(team.requester, request, [{ kind: "set_order_date", requested_ship_date: inDays(101) }]),
  );
  expect(await frozen(again.id, 1)).toMatchObject({ rule_id: "first", policy_version: 2 });
  expect(await frozen(again.id, 2)).toMatchObject({ rule_id: "second", policy_version: 3 });
  expect(await decide(team.approver, again, "approve")).toMatchObject({ reason: "not_your_decision" });
});

test("what is asked while rules are saved falls under one of the two versions, whole", async () => {
  const team = await createTeam();
  const orders = await Promise.all(Array.from({ length: 12 }, () => createOrder(team.id)));
  const [, ...answers] = await Promise.all([
    savePolicy(team, [rule([byAnyone(2)])]),
    ...orders.map((order) => submit(team.requester, order, more("12")(order))),
  ]);
  for (const answer of answers) {
    const { rule_id, policy_version, steps } = (await frozen(String(answer.request_id))) ?? {};
    const required = rule_id === "rule" ? 2 : 1;
    expect({ policy_version, steps }).toEqual({
      policy_version: required,
      steps: [{ approvers: { anyone: true }, required }],
    });
  }
});
