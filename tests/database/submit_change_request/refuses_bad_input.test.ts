import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { footprint } from "../../support/footprint.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { type SubmitOptions, submit } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

let team: Team;
let order: Order;
let before: Record<string, string>;
beforeAll(async () => {
  team = await createTeam();
  order = await createOrder(team.id, { shipDate: inDays(5), lines: [{ quantity: "10", shipDate: inDays(6) }, {}] });
  before = await footprint(team.id);
});

const line = () => order.lines[0].id;

/** Malformed in content: refused with the change's index, field and value, and nothing is written. */
async function refused(changes: unknown, reason: string, detail?: Record<string, unknown>, options?: SubmitOptions) {
  const answer = await submit(team.requester, order, changes, options);
  expect(answer).toMatchObject({ code: "PT422", reason });
  expect(answer.hint, "says what to do").not.toBe("");
  if (detail) expect(JSON.parse(answer.detail ?? "{}")).toMatchObject(detail);
  expect(await footprint(team.id)).toEqual(before);
}

test.each([
  "-1",
  "-0.5",
  "0",
  "0.000000",
  "1.0000001",
  "NaN",
  "Infinity",
  "-Infinity",
  "1e309",
  "1e3",
  "",
  " ",
  "ten",
  "1,5",
  "1.",
  ".5",
  "+3",
  "0x10",
  "1_000",
  "１２",
  "1234567890123",
  "999999999999.5",
  "'; drop table orders; --",
])("quantity %j", async (quantity) => {
  await refused([{ kind: "set_quantity", line_id: line(), quantity }], "invalid_quantity", {
    change_index: 0,
    field: "quantity",
  });
  await refused([{ kind: "add_line", sku: "A", quantity }], "invalid_quantity");
  await refused([{ kind: "substitute_line", line_id: line(), sku: "A", quantity }], "invalid_quantity");
});

test.each([[-1], [0], [1.5e300], [1e-7], [true], [{}], [[]], [null]])(
  "quantity %j that is not text",
  async (quantity) => {
    await refused([{ kind: "set_quantity", line_id: line(), quantity }], "invalid_quantity");
  },
);

test.each([
  ["nothing", ""],
  ["white space", " \n\t "],
  ["what nobody sees", "\u200b\n\u200b"],
  ["a bell", "4 New St\u0007"],
  ["text turned around", "4 New St\u202eOHIO"],
  ["NUL's neighbour", "4 New St\u0001"],
  ["1,001 characters", "x".repeat(1001)],
  ["a number", 4],
  ["a list", ["4 New St"]],
] as [string, unknown][])("an address that is %s", async (_, ship_to) => {
  await refused([{ kind: "set_ship_to", ship_to }], "invalid_ship_to", { change_index: 0, field: "ship_to" });
});

test.each(["", "Next\nday", "x".repeat(121), 7])("a ship method that is %j", async (ship_method) => {
  await refused([{ kind: "set_ship_method", ship_method }], "invalid_ship_method", { field: "ship_method" });
});

test("the order's own kinds take nothing that is not theirs", async () => {
  await refused([{ kind: "cancel_order", line_id: line() }], "unknown_field");
  await refused([{ kind: "close_line", line_id: line(), quantity: "4" }], "unknown_field");
  await refused([{ kind: "close_line" }], "required", { field: "line_id" });
  await refused([{ kind: "set_ship_to" }], "required", { field: "ship_to" });
});

test.each(["-0.01", "1.0000001", "free", "1e3", "9999999999999"])("unit price %j", async (unit_price) => {
  await refused([{ kind: "add_line", sku: "A", quantity: "1", unit_price }], "invalid_unit_price");
});

test.each([
  "2027-02-30",
  "2027-02-29",
  "2027-13-01",
  "2027-00-10",
  "27-01-01",
  "2027/01/01",
  "01.02.2027",
  "tomorrow",
  "infinity",
  "now",
  "",
  "2027-01-01T00:00:00Z",
  "２０２７-01-01",
  "10000-01-01",
  "0000-01-01",
])("day %j", async (requested_ship_date) => {
  await refused([{ kind: "set_order_date", requested_ship_date }], "invalid_date", { field: "requested_ship_date" });
  await refused([{ kind: "set_line_date", line_id: line(), requested_ship_date }], "invalid_date");
  await refused([{ kind: "add_line", sku: "A", quantity: "1", requested_ship_date }], "invalid_date");
});

test("days in the past and in another age", async () => {
  for (const day of [inDays(-1), "2000-01-01"]) {
    await refused([{ kind: "set_order_date", requested_ship_date: day }], "date_in_past", { value: day });
  }
  await refused([{ kind: "set_order_date", requested_ship_date: "9999-12-31" }], "date_too_far");
  for (const requested_ship_date of [20270101, null, {}, ["2027-01-01"]]) {
    await refused([{ kind: "set_order_date", requested_ship_date }], "invalid_date");
  }
});

test.each([
  ["sku", 100],
  ["description", 500],
  ["uom", 20],
] as const)("%s that is empty, too long or not one line of text", async (field, max) => {
  const unfolds = "\ufdfa".repeat(max); // One letter, eighteen when folded.
  const odd = ["two\nlines", "bell\u0007", "turned\u202earound", "\u200b", "\u3000", unfolds];
  for (const value of ["", "  ", "x".repeat(max + 1), ...odd, 5, {}, []]) {
    await refused([{ kind: "add_line", sku: "A", quantity: "1", [field]: value }], `invalid_${field}`, { field });
  }
});

test("what would change nothing", async () => {
  await refused([{ kind: "set_quantity", line_id: line(), quantity: "10.000000" }], "unchanged", {
    field: "quantity",
    change_index: 0,
  });
  await refused([{ kind: "set_order_date", requested_ship_date: inDays(5) }], "unchanged");
  await refused([{ kind: "set_line_date", line_id: line(), requested_ship_date: inDays(6) }], "unchanged");
  await refused([{ kind: "substitute_line", line_id: line(), sku: "WIDGET-1" }], "unchanged");
  await refused([{ kind: "substitute_line", line_id: line(), sku: "WIDGET-1", quantity: "10" }], "unchanged");
});

test.each([
  ["nothing", null, "invalid_changes"],
  ["an empty list", [], "invalid_changes"],
  ["a number", 7, "invalid_changes"],
  ["a text", "set_quantity", "invalid_changes"],
  ["an object", { kind: "set_quantity" }, "invalid_changes"],
  [
    "101 changes",
    Array.from({ length: 101 }, (_, n) => ({ kind: "add_line", sku: `S${n}`, quantity: "1" })),
    "invalid_changes",
  ],
  ["100,000 empty changes", Array.from({ length: 100_000 }, () => ({})), "invalid_changes"],
  ["a change that is null", [null], "invalid_change"],
  ["a change that is a text", ["remove_line"], "invalid_change"],
  ["a change that is a list", [[{ kind: "remove_line" }]], "invalid_change"],
  ["a change without a kind", [{ quantity: "1" }], "unknown_kind"],
  ["an unknown kind", [{ kind: "teleport" }], "unknown_kind"],
  ["a kind in capitals", [{ kind: "SET_ORDER_DATE", requested_ship_date: inDays(3) }], "unknown_kind"],
  ["a kind that is an object", [{ kind: { $gt: "" } }], "unknown_kind"],
  [
    "a key nobody knows",
    [{ kind: "set_order_date", requested_ship_date: inDays(3), status: "applied" }],
    "unknown_field",
  ],
  ["a key of another kind", [{ kind: "remove_line", line_id: randomUUID(), quantity: "1" }], "unknown_field"],
  [
    "__proto__",
    [JSON.parse('{"kind":"set_order_date","requested_ship_date":"2027-01-01","__proto__":{"x":1}}')],
    "unknown_field",
  ],
  ["no line", [{ kind: "remove_line" }], "required"],
  ["no quantity", [{ kind: "add_line", sku: "A" }], "required"],
  ["a line id that is null", [{ kind: "remove_line", line_id: null }], "invalid_line_id"],
  ["a line id that is no uuid", [{ kind: "remove_line", line_id: "1" }], "invalid_line_id"],
  ["a line id that is a list", [{ kind: "remove_line", line_id: [randomUUID()] }], "invalid_line_id"],
] as const)("changes: %s", async (_, changes, reason) => {
  await refused(changes, reason);
});

test("a nested bomb", async () => {
  const bomb = JSON.parse(`${"[".repeat(3000)}${"]".repeat(3000)}`) as unknown;
  await refused([{ kind: "add_line", sku: bomb, quantity: "1" }], "invalid_sku");
  await refused([{ kind: "add_line", sku: "A", quantity: "1", ["x".repeat(5000)]: bomb }], "unknown_field");
});

test("two changes of one request on the same thing", async () => {
  const day = { kind: "set_order_date", requested_ship_date: inDays(3) };
  await refused([day, { ...day, requested_ship_date: inDays(4) }], "changes_collide", { change_index: 1 });
  const quantity = { kind: "set_quantity", line_id: line(), quantity: "12" };
  await refused([quantity, quantity], "changes_collide");
  await refused([quantity, { kind: "remove_line", line_id: line() }], "changes_collide");
  await refused([quantity, { kind: "substitute_line", line_id: line(), sku: "A" }], "changes_collide");
  await refused(
    [
      { kind: "add_line", sku: "New  one", quantity: "1" },
      { kind: "add_line", sku: "NEW ONE", quantity: "2" },
    ],
    "changes_collide",
  );
});

test.each([
  ["no reason", { reason: null }, "required"],
  ["an empty reason", { reason: "" }, "required"],
  ["a blank reason", { reason: " \n\t " }, "required"],
  ["a reason nobody can see", { reason: "\u00a0\u200b\u3164" }, "required"],
  ["a reason of 10,000 characters", { reason: "x".repeat(10_000) }, "too_long"],
  ["control characters in the reason", { reason: "a\u0001b" }, "control_characters"],
  ["no reason code", { reasonCode: null }, "unknown_reason"],
  ["an unknown reason code", { reasonCode: "whim" }, "unknown_reason"],
  ["a reason code of 10,000 characters", { reasonCode: "x".repeat(10_000) }, "unknown_reason"],
  ["no key", { key: null }, "invalid_idempotency_key"],
  ["an empty key", { key: "" }, "invalid_idempotency_key"],
  ["a key of 10,000 characters", { key: "k".repeat(10_000) }, "invalid_idempotency_key"],
] as [string, SubmitOptions, string][])("%s", async (_, options, reason) => {
  await refused([{ kind: "set_quantity", line_id: line(), quantity: "12" }], reason, undefined, options);
});

test.each([null, 0, -1])("base version %j", async (version) => {
  await refused([{ kind: "set_quantity", line_id: line(), quantity: "12" }], "required", undefined, { version });
});

test("ids of nobody, of another order and of another organization are all not found, in the same words", async () => {
  const elsewhere = await createOrder(team.id);
  const foreign = await createOrder(team.strangers.id);
  before = await footprint(team.id);
  const kinds = [
    (line_id: string) => ({ kind: "set_quantity", line_id, quantity: "12" }),
    (line_id: string) => ({ kind: "remove_line", line_id }),
    (line_id: string) => ({ kind: "substitute_line", line_id, sku: "A" }),
    (line_id: string) => ({ kind: "set_line_date", line_id, requested_ship_date: inDays(9) }),
  ];
  for (const change of kinds) {
    const answers = await Promise.all(
      [randomUUID(), elsewhere.lines[0].id, foreign.lines[0].id].map((id) =>
        submit(team.requester, order, [change(id)]),
      ),
    );
    expect(answers[0]).toMatchObject({ code: "PT404", reason: "not_found" });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  }
  const day = [{ kind: "set_order_date", requested_ship_date: inDays(3) }];
  const nobody = await submit(team.requester, { id: randomUUID(), version: 1 }, day);
  expect(nobody).toMatchObject({ code: "PT404", reason: "not_found" });
  expect(await submit(team.requester, foreign, day)).toEqual(nobody);
  expect(await submit(team.requester, { id: "not-a-uuid", version: 1 }, day)).toMatchObject({ code: "22P02" });
  expect(await footprint(team.id)).toEqual(before);
});
