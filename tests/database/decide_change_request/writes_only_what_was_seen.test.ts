import { expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { footprint } from "../../support/footprint.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

type Kind = { change: (order: Order) => Change; moves: string[] };

const gone = "quantity_ordered = 0, removed_at = now()";

// Per kind: the change, and writes to the line that touch what it touches.
const lineKinds: Record<string, Kind> = {
  set_quantity: {
    change: ({ lines }) => ({ kind: "set_quantity", line_id: lines[0].id, quantity: "12" }),
    moves: ["quantity_ordered = 11", "sku = 'OTHER'", gone],
  },
  remove_line: {
    change: ({ lines }) => ({ kind: "remove_line", line_id: lines[0].id }),
    moves: ["quantity_ordered = 11", "sku = 'OTHER'", "requested_ship_date = current_date + 3", gone],
  },
  substitute_line: {
    change: ({ lines }) => ({ kind: "substitute_line", line_id: lines[0].id, sku: "WIDGET-9" }),
    moves: ["quantity_ordered = 11", "sku = 'OTHER'", gone],
  },
  set_line_date: {
    change: ({ lines }) => ({ kind: "set_line_date", line_id: lines[0].id, requested_ship_date: inDays(30) }),
    moves: ["requested_ship_date = current_date + 3", "sku = 'OTHER'", gone],
  },
};

const orderKinds: Record<string, Kind> = {
  set_order_date: { change: () => ({ kind: "set_order_date", requested_ship_date: inDays(30) }), moves: [] },
  add_line: { change: () => ({ kind: "add_line", sku: "BOLT", quantity: "3" }), moves: [] },
  set_ship_to: { change: () => ({ kind: "set_ship_to", ship_to: "4 New St" }), moves: [] },
  set_ship_method: { change: () => ({ kind: "set_ship_method", ship_method: "Air" }), moves: [] },
};

async function bump(order: Order): Promise<void> {
  await superuser`update public.orders set version = version + 1, updated_at = now() where id = ${order.id}`;
}

test.each(Object.entries({ ...lineKinds, ...orderKinds }))(
  "%s on an order that moved elsewhere is stale, and goes with the new version",
  async (_, { change }) => {
    const team = await createTeam();
    const order = await createOrder(team.id);
    const request = await submitted(team.requester, order, [change(order)]);
    await superuser`update public.order_lines set quantity_ordered = 6 where id = ${order.lines[1]?.id ?? ""}`;
    await bump(order);

    for (const decision of ["approve", "reject", "return"]) {
      expect(await decide(team.approver, request, decision)).toMatchObject({
        outcome: "stale",
        version: 2,
        base_version: 1,
        problems: [{ code: "order_moved", expected_version: 1, version: 2 }],
      });
    }
    expect(await traces(request.id)).toMatchObject({ version: 2, status: "pending", writes: 0, decisions: 0 });
    const answer = await decide(team.approver, request, "approve", { version: 2 });
    expect(answer).toMatchObject({ outcome: "applied", version: 3 });
  },
);

test.each(
  Object.entries(lineKinds).flatMap(([kind, { change, moves }]) => moves.map((move) => ({ kind, move, change }))),
)("$kind against $move is a conflict that can only be turned down", async ({ change, move }) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [change(order)]);
  await superuser.unsafe(`update public.order_lines set ${move} where id = '${order.lines[0].id}'`);
  await bump(order);

  const [problem] = (await decide(team.approver, request, "approve")).problems ?? [];
  expect(problem).toMatchObject({ change_index: 0, line: 1, code: move === gone ? "line_removed" : "field_moved" });
  expect(Object.keys(problem ?? {})).toEqual(expect.arrayContaining(["field", "base", "now", "requested"]));
  // Neither the new version nor a guessed one makes it go.
  for (const version of [1, 2, 3]) {
    expect(await decide(team.approver, request, "approve", { version })).toMatchObject({
      outcome: "conflict",
      version: 2,
    });
  }
  expect(await decide(team.approver, request, "reject", { version: 2 })).toMatchObject({ outcome: "rejected" });
  expect(await traces(request.id)).toMatchObject({ version: 2, status: "rejected", writes: 0, held: 0 });
});

test("set_order_date against another order date is a conflict", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { shipDate: inDays(5) });
  const request = await submitted(team.requester, order, [{ kind: "set_order_date", requested_ship_date: inDays(30) }]);
  await superuser`update public.orders set requested_ship_date = ${inDays(9)}, version = 2 where id = ${order.id}`;
  expect(await decide(team.approver, request, "approve", { version: 2 })).toMatchObject({
    outcome: "conflict",
    problems: [{ field: "requested_ship_date", base: inDays(5), now: inDays(9), requested: inDays(30) }],
  });
});

test.each([
  ["set_ship_to", { ship_to: "4 New St" }, "ship_to", { base: "1 Old Rd", now: "2 Old Rd", requested: "4 New St" }],
  ["set_ship_method", { ship_method: "Air" }, "ship_method", { base: "Ground", now: "Truck", requested: "Air" }],
] as const)("%s against another one is a conflict", async (kind, asked, field, values) => {
  const team = await createTeam();
  const order = await createOrder(team.id, { shipTo: "1 Old Rd", shipMethod: "Ground" });
  const request = await submitted(team.requester, order, [{ kind, ...asked }]);
  await superuser`update public.orders set ${superuser({ [field]: values.now })}, version = 2 where id = ${order.id}`;
  expect(await decide(team.approver, request, "approve", { version: 2 })).toMatchObject({
    outcome: "conflict",
    problems: [{ code: "field_moved", field, ...values }],
  });
});

test.each([
  ["more was picked", "quantity_picked = 7", "floor", "6", "7"],
  ["it was put back", "quantity_picked = 5", "floor", "6", "5"],
  ["another quantity is ordered", "quantity_ordered = 11", "quantity", "10", "11"],
])("close_line is a conflict once %s: the approver signed another rest", async (_, move, field, base, now) => {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: [{ picked: "6" }] });
  const request = await submitted(team.requester, order, [{ kind: "close_line", line_id: order.lines[0].id }]);
  await superuser.unsafe(`update public.order_lines set ${move} where id = '${order.lines[0].id}'`);
  await bump(order);
  expect(await decide(team.approver, request, "approve", { version: 2 })).toMatchObject({
    outcome: "conflict",
    problems: [{ code: "field_moved", field, base, now, line: 1 }],
  });
});

test("cancel_order: another stage means looking again, other lines or another value a conflict, picked a refusal", async () => {
  const team = await createTeam();
  const cancel = async (move: string) => {
    const order = await createOrder(team.id);
    const request = await submitted(team.requester, order, [{ kind: "cancel_order" }]);
    await superuser.unsafe(move.replaceAll("$1", `'${order.id}'`));
    await bump(order);
    return { request, stale: await decide(team.approver, request, "approve") };
  };
  const released = await cancel("update public.orders set stage = 'released' where id = $1");
  expect(released.stale).toMatchObject({ outcome: "stale", version: 2 });
  expect(await decide(team.approver, released.request, "approve", { version: 2 })).toMatchObject({
    outcome: "applied",
  });

  const { stale: dearer } = await cancel(
    "update public.order_lines set quantity_ordered = 11 where order_id = $1 and position = 1",
  );
  expect(dearer).toMatchObject({ outcome: "conflict", problems: [{ field: "amount", base: "630", now: "672" }] });

  const picked = await cancel("update public.order_lines set quantity_picked = 1 where order_id = $1 and position = 2");
  expect(await decide(team.approver, picked.request, "approve", { version: 2 })).toMatchObject({
    outcome: "refused",
    problems: [{ code: "order_started", kind: "cancel_order" }],
  });
});

test("a decision on other content than the request's is stale, and in the trail", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  for (const decision of ["approve", "reject", "return"]) {
    const answer = await decide(team.approver, request, decision, { hash: "0".repeat(64) });
    expect(answer).toMatchObject({
      outcome: "stale",
      payload_hash: request.hash,
      problems: [{ code: "request_moved" }],
    });
  }
  const trace = await traces(request.id);
  expect(trace).toMatchObject({ version: 1, status: "pending", writes: 0, decisions: 0 });
  expect(trace.actions).toEqual(["request.submitted", "check.refused", "check.refused", "check.refused"]);
});

test.each([
  ["no decision", null, {}, "unknown_decision"],
  ["an unknown decision", "approved", {}, "unknown_decision"],
  ["a rejection without a note", "reject", { note: "  " }, "required"],
  ["sending back without a note", "return", { note: null }, "required"],
  ["a note of 10,000 characters", "approve", { note: "x".repeat(10_000) }, "too_long"],
  ["control characters in the note", "reject", { note: "bell\u0007" }, "control_characters"],
  ["no version", "approve", { version: null }, "required"],
  ["version 0", "approve", { version: 0 }, "required"],
  ["no hash", "approve", { hash: null }, "invalid_payload_hash"],
  ["a hash in capitals", "approve", { hash: "A".repeat(64) }, "invalid_payload_hash"],
  ["a short hash", "approve", { hash: "abc" }, "invalid_payload_hash"],
  ["no key", "approve", { key: null }, "invalid_idempotency_key"],
  ["an empty key", "approve", { key: "" }, "invalid_idempotency_key"],
  ["a key of seven characters", "approve", { key: "1234567" }, "invalid_idempotency_key"],
  ["a key of 201 characters", "approve", { key: "k".repeat(201) }, "invalid_idempotency_key"],
] as const)("refuses %s", async (_, decision, options, reason) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  const before = await footprint(team.id);
  expect(await decide(team.approver, request, decision, options)).toMatchObject({ code: "PT422", reason });
  expect(await footprint(team.id)).toEqual(before);
});

test("stale says what approving would meet now, so that nobody is offered what would be refused", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
  ]);
  await bump(order);
  expect(await decide(team.approver, request, "approve")).toMatchObject({ outcome: "stale", refusals: [] });
  await superuser`update public.orders set stage = 'picked', version = version + 1 where id = ${order.id}`;
  expect(await decide(team.approver, request, "approve")).toMatchObject({
    outcome: "stale",
    refusals: [{ code: "order_locked", change_index: 0, order_stage: "picked" }],
  });
  expect(await traces(request.id)).toMatchObject({ status: "pending", writes: 0 });
});
