import { beforeAll, expect, test } from "vitest";
import { saveRules } from "../../support/lock-table.ts";
import { createOrder, type LineFacts } from "../../support/order.ts";
import { asMember, superuser } from "../../support/postgres.ts";
import { submit } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

const changes = {
  set_ship_to: { kind: "set_ship_to", ship_to: "4 New St" },
  set_ship_method: { kind: "set_ship_method", ship_method: "Air" },
  cancel_order: { kind: "cancel_order" },
};
type Kind = keyof typeof changes;

let team: Team;
let openTeam: Team;
beforeAll(async () => {
  [team, openTeam] = await Promise.all([createTeam(), createTeam()]);
  await saveRules(openTeam, { kind: "cancel_order", stage: "picking", is_locked: false });
});

/** What the page shows and what the command answers, which have to be the same. */
async function verdict(by: Team, stage: string, second: LineFacts, kind: Kind, isRemoved = false): Promise<string> {
  const order = await createOrder(by.id, { lines: [{ picked: "0" }, second] });
  await superuser`update public.orders set stage = ${stage} where id = ${order.id}`;
  if (isRemoved) {
    await superuser`
      update public.order_lines set quantity_ordered = 0, removed_at = now() where order_id = ${order.id} and position = 2`;
  }
  const [shown] = await asMember(by.requester.userId, (sql) =>
    sql.unsafe<{ code: string | null }[]>(`select ${kind} as code from public.order_locks where order_id = $1`, [
      order.id,
    ]),
  );
  const answer = await submit(by.requester, order, [changes[kind]]);
  const said = answer.outcome === "submitted" ? "ok" : String(answer.problems?.[0]?.code ?? answer.reason);
  expect(shown?.code ?? "ok").toBe(said);
  return said;
}

const packed = "order_packed";
const unknown = "order_progress_unknown";
// [the other line, the order's stage, what becomes of the address and the method, of cancelling]
const cases: [string, string, LineFacts, string, string][] = [
  ["nothing begun", "open", {}, "ok", "ok"],
  ["one picked piece", "open", { picked: "1" }, "ok", "order_started"],
  ["one packed piece", "open", { packed: "1" }, packed, "order_started"],
  ["one shipped piece", "released", { shipped: "1" }, packed, "order_started"],
  ["one invoiced piece", "open", { invoiced: "0.5" }, packed, "order_started"],
  ["its own word Picked", "open", { statusWord: "Picked" }, "ok", "order_started"],
  ["its own word Picking", "open", { statusWord: "Picking", picked: "0" }, "ok", "order_started"],
  ["its own word Packed", "open", { statusWord: "Packed" }, packed, "order_started"],
  ["its own word Partially Shipped", "open", { statusWord: "Partially Shipped" }, packed, "order_started"],
  ["its own word Shipped", "open", { statusWord: "Shipped" }, packed, "order_started"],
  ["its own word Closed", "open", { statusWord: "Closed" }, packed, "order_started"],
  ["its own word Cancelled", "open", { statusWord: "Cancelled" }, "ok", "ok"],
  ["a word nobody mapped", "open", { statusWord: "Zwischenlager" }, unknown, unknown],
  ["all of it picked", "picked", { picked: "10" }, "ok", "order_locked"],
  ["one packed piece", "picked", { packed: "1" }, packed, "order_locked"],
];

test.each(cases)("a line with %s, order %s", async (_, stage, line, box, cancel) => {
  expect(await verdict(team, stage, line, "set_ship_to")).toBe(box);
  expect(await verdict(team, stage, line, "set_ship_method")).toBe(box);
  expect(await verdict(team, stage, line, "cancel_order")).toBe(cancel);
});

test("what the status of a removed line says is nobody's business, what was packed of it is", async () => {
  for (const kind of ["set_ship_to", "cancel_order"] as const) {
    expect(await verdict(team, "open", { statusWord: "Closed" }, kind, true)).toBe("ok");
  }
  expect(await verdict(team, "open", { packed: "2" }, "set_ship_to", true)).toBe(packed);
  expect(await verdict(team, "open", { packed: "2" }, "cancel_order", true)).toBe("order_started");
});

test("an organization that opens picking for cancelling still knows of every line that nothing is picked", async () => {
  expect(await verdict(openTeam, "picking", { picked: "0" }, "cancel_order")).toBe("ok");
  expect(await verdict(openTeam, "picking", { statusWord: "Picking", packed: "0" }, "cancel_order")).toBe("ok");
  expect(await verdict(openTeam, "picking", {}, "cancel_order")).toBe(unknown);
  expect(await verdict(openTeam, "open", { statusWord: "Picking" }, "cancel_order")).toBe(unknown);
  expect(await verdict(openTeam, "picking", { picked: "0.000001" }, "cancel_order")).toBe("order_started");
  expect(await verdict(openTeam, "picked", { picked: "0" }, "cancel_order")).toBe("order_locked");
});
