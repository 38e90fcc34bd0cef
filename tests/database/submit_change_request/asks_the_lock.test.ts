import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../support/ask.ts";
import { inDays } from "../../support/days.ts";
import { saveRules } from "../../support/lock-table.ts";
import { createOrder, type LineFacts, type Order } from "../../support/order.ts";
import { asMember, superuser } from "../../support/postgres.ts";
import { type Change, submit } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";
import { untilBlockedBy } from "../../support/waiting.ts";

const changes: Record<string, (order: Order) => Change> = {
  set_quantity: ({ lines }) => ({ kind: "set_quantity", line_id: lines[0].id, quantity: "12" }),
  remove_line: ({ lines }) => ({ kind: "remove_line", line_id: lines[0].id }),
  add_line: () => ({ kind: "add_line", sku: "BOLT", quantity: "3" }),
  substitute_line: ({ lines }) => ({ kind: "substitute_line", line_id: lines[0].id, sku: "WIDGET-9" }),
  set_line_date: ({ lines }) => ({ kind: "set_line_date", line_id: lines[0].id, requested_ship_date: inDays(9) }),
  set_order_date: () => ({ kind: "set_order_date", requested_ship_date: inDays(9) }),
  close_line: ({ lines }) => ({ kind: "close_line", line_id: lines[0].id }),
  set_ship_to: () => ({ kind: "set_ship_to", ship_to: "4 New St\nDayton, OH" }),
  set_ship_method: () => ({ kind: "set_ship_method", ship_method: "Next day air" }),
  cancel_order: () => ({ kind: "cancel_order" }),
};
const kinds = Object.keys(changes);
const lineKinds = ["set_quantity", "remove_line", "substitute_line", "set_line_date", "close_line"];
const boxKinds = ["set_ship_to", "set_ship_method"];
const orderKinds = ["add_line", "set_order_date", "cancel_order", ...boxKinds];

const open = ["draft", "pending_approval", "open", "on_hold", "released"];
const final = ["picked", "packed", "shipped", "closed", "cancelled", "unknown"];
const stages = [...open, "picking", "partially_shipped", ...final];

let team: Team;
beforeAll(async () => {
  team = await createTeam();
});

async function orderIn(stage: string, lines?: LineFacts[], by: Team = team): Promise<Order> {
  const order = await createOrder(by.id, { ...(lines && { lines }) });
  await superuser`update public.orders set stage = ${stage} where id = ${order.id}`;
  return order;
}

async function tryIt(order: Order, kind: string, by: Team = team): Promise<string> {
  const answer = await submit(by.requester, order, [changes[kind]?.(order)]);
  return verdict(answer);
}

function verdict(answer: Answer): string {
  if (answer.outcome === "submitted") return "ok";
  return answer.outcome === "refused"
    ? (answer.problems?.[0]?.code ?? "refused")
    : `${answer.outcome ?? answer.reason}`;
}

/** What the pages read before anybody types has to be what the command answers. */
async function shown(order: Order, kind: string): Promise<string> {
  const [row] = await asMember(team.requester.userId, (sql) =>
    sql.unsafe<{ code: string | null }[]>(
      orderKinds.includes(kind)
        ? `select ${kind} as code from public.order_locks where order_id = $1`
        : `select ${kind} as code from public.order_line_locks where line_id = $1`,
      [orderKinds.includes(kind) ? order.id : order.lines[0].id],
    ),
  );
  return row?.code ?? "ok";
}

function byDefault(stage: string, kind: string): string {
  if (boxKinds.includes(kind) && (stage === "picking" || stage === "picked")) return "ok";
  if (open.includes(stage)) return kind === "close_line" ? "line_not_started" : "ok";
  if (final.includes(stage)) return "order_locked";
  if (lineKinds.includes(kind)) return "line_progress_unknown";
  return stage === "picking" ? "stage_locked" : "order_locked";
}

describe.each(stages)("an order that is %s", (stage) => {
  test.each(kinds)("%s", async (kind) => {
    const order = await orderIn(stage);
    expect(await shown(order, kind)).toBe(byDefault(stage, kind));
    expect(await tryIt(order, kind)).toBe(byDefault(stage, kind));
  });
});

// [order's stage, facts of the line, and per kind: set_quantity to 12, remove, substitute, set date, close the rest]
const free = ["ok", "ok", "ok", "ok", "line_not_started"];
const started = ["ok", "line_started", "line_started", "ok", "ok"];
const all = (code: string) => [code, code, code, code, code];
const lines: [string, string, LineFacts, string[]][] = [
  ["nothing picked yet", "picking", { picked: "0" }, free],
  ["nothing shipped yet", "partially_shipped", { shipped: "0" }, free],
  ["only invoiced is known", "picking", { invoiced: "0" }, all("line_progress_unknown")],
  ["nothing shipped yet, which says nothing about picking", "picking", { shipped: "0" }, all("line_progress_unknown")],
  ["nothing packed yet", "picking", { packed: "0" }, free],
  ["some picked", "picking", { picked: "4" }, started],
  ["some shipped", "partially_shipped", { shipped: "4", picked: "4" }, started],
  ["some picked although the order is open", "open", { picked: "4" }, started],
  ["some invoiced although the order is open", "open", { invoiced: "1" }, started],
  ["all picked", "picking", { picked: "10" }, all("line_locked")],
  ["all packed although the order is open", "open", { packed: "10" }, all("line_locked")],
  ["more shipped than ordered", "partially_shipped", { shipped: "11" }, all("line_locked")],
  ["its own word is Open", "picking", { statusWord: "Open" }, free],
  ["its own word is Released", "partially_shipped", { statusWord: "Released" }, free],
  ["its own word is Picking", "partially_shipped", { statusWord: "Picking" }, all("stage_locked")],
  ["its own word is Picked", "open", { statusWord: "Picked" }, all("line_locked")],
  [
    "its own word is Shipped, its quantities say nothing",
    "partially_shipped",
    { statusWord: "Shipped", picked: "0" },
    all("line_locked"),
  ],
  ["its own word is Cancelled", "open", { statusWord: "Cancelled" }, all("line_locked")],
  ["its own word is one nobody mapped", "open", { statusWord: "Zwischenlager" }, all("line_locked")],
  [
    "its own word is Partially Shipped, without quantities",
    "open",
    { statusWord: "Partially Shipped" },
    all("line_progress_unknown"),
  ],
  [
    "its own word is Partially Shipped, with quantities",
    "partially_shipped",
    { statusWord: "Partially Shipped", shipped: "4" },
    started,
  ],
  ["open in a picked order", "picked", { statusWord: "Open", picked: "0" }, all("order_locked")],
];

test.each(lines)("a line with %s, order %s", async (_, stage, facts, expected) => {
  for (const [index, kind] of lineKinds.entries()) {
    const order = await orderIn(stage, [facts, {}]);
    expect(await shown(order, kind), `${kind} shown`).toBe(expected[index]);
    expect(await tryIt(order, kind), kind).toBe(expected[index]);
  }
});

test("a removed line takes no change", async () => {
  for (const kind of lineKinds) {
    const order = await createOrder(team.id);
    await superuser`update public.order_lines set quantity_ordered = 0, removed_at = now() where id = ${order.lines[0].id}`;
    expect(await tryIt(order, kind)).toBe("line_removed");
  }
});

test.each([
  ["picked", { picked: "4" }],
  ["packed", { picked: "2", packed: "4" }],
  ["shipped", { shipped: "4" }],
  ["invoiced", { invoiced: "4" }],
  ["most of all", { picked: "1", packed: "2", shipped: "3", invoiced: "4" }],
] as [string, LineFacts][])("a quantity goes down to what is %s, not below", async (_, facts) => {
  const order = await createOrder(team.id, { lines: [facts] });
  const to = (quantity: string) => submit(team.requester, order, [{ ...changes.set_quantity?.(order), quantity }]);
  for (const quantity of ["3.999999", "1", "0.000001"]) {
    expect(await to(quantity)).toMatchObject({
      outcome: "refused",
      problems: [
        { code: "below_floor", floor: "4", ordered: "10", quantity, change_index: 0, line: 1, sku: "WIDGET-1" },
      ],
    });
  }
  expect(await to("4.000000"), "a short close").toMatchObject({ outcome: "submitted" });
});

test.each([
  "picked",
  " PICKED ",
  "Pick\u0065d",
  "\uff30icked",
  "p\u2009icked".replace("\u2009", ""),
  "Picked\u00a0",
  "\tPicked\n",
])("an order whose word is %j is picked", async (word) => {
  const order = await createOrder(team.id, { statusWord: word });
  expect(order.stage).toBe("picked");
  expect(await tryIt(order, "set_quantity")).toBe("order_locked");
});

test.each(["", "Pickd", "open?", "Open 1", "offen", "p\u0456cked"])(
  "an order whose word is %j is unknown, and locked",
  async (word) => {
    const order = await createOrder(team.id, { statusWord: word });
    expect(order.stage).toBe("unknown");
    expect(await tryIt(order, "set_order_date")).toBe("order_locked");
  },
);

test("an organization locks an early stage for one kind, and opens picking for another", async () => {
  const own = await createTeam();
  await saveRules(
    own,
    { kind: "add_line", stage: "open", is_locked: true },
    { kind: "add_line", stage: "picking", is_locked: false },
    { kind: "set_ship_to", stage: "picked", is_locked: true },
  );
  expect(await tryIt(await orderIn("picked", undefined, own), "set_ship_to", own)).toBe("stage_locked");
  expect(await tryIt(await orderIn("picked", undefined, own), "set_ship_method", own)).toBe("ok");
  expect(await tryIt(await orderIn("open", undefined, own), "add_line", own)).toBe("stage_locked");
  expect(await tryIt(await orderIn("released", undefined, own), "add_line", own)).toBe("ok");
  expect(await tryIt(await orderIn("open", undefined, own), "set_order_date", own)).toBe("ok");
  expect(await tryIt(await orderIn("picking", undefined, own), "add_line", own)).toBe("ok");
  expect(await tryIt(await orderIn("picking", undefined, own), "set_order_date", own)).toBe("stage_locked");
});

test.each(["partially_shipped", ...final])("no rule can be made for %s", async (stage) => {
  for (const kind of kinds) {
    if (stage === "picked" && boxKinds.includes(kind)) continue;
    expect(await saveRules(team, { kind, stage, is_locked: false })).toMatchObject({
      code: "PT422",
      reason: "stage_is_always_locked",
    });
    const forged = superuser`
      insert into public.lock_rules (org_id, kind, stage, is_locked) values (${team.id}, ${kind}, ${stage}, false)`;
    await expect(forged).rejects.toMatchObject({ constraint_name: "lock_rules_stage_can_be_decided" });
  }
});

test("a submission that waited for a flip to picked sees it", async () => {
  const order = await createOrder(team.id);
  let submitting: Promise<string> | undefined;
  await superuser.begin(async (sql) => {
    const [own] = await sql<{ pid: number }[]>`
      select pg_backend_pid() as pid from public.orders where id = ${order.id} for update`;
    submitting = tryIt(order, "remove_line");
    await untilBlockedBy(own?.pid ?? 0);
    await sql`update public.orders set stage = 'picked' where id = ${order.id}`;
  });
  expect(await submitting).toBe("order_locked");
});

test("a refused request is kept, with its problems, and audited; it holds nothing and mails nobody", async () => {
  const order = await orderIn("picked");
  const two = [changes.set_quantity?.(order), changes.set_order_date?.(order)];
  const answer = await submit(team.requester, order, two);
  expect(answer).toMatchObject({
    outcome: "refused",
    problems: [
      { code: "order_locked", change_index: 0, kind: "set_quantity", line: 1, stage: "picked" },
      { code: "order_locked", change_index: 1, kind: "set_order_date", stage: "picked" },
    ],
  });
  expect(await traces(String(answer.request_id))).toEqual({
    version: 1,
    status: "refused",
    writes: 0,
    decisions: 0,
    held: 0,
    actions: ["check.refused"],
    mails: {},
  });
  const [row] = await superuser`
    select problems, closed_at is not null as closed, (select count(*)::int from public.changes c where c.request_id = r.id) as changes
    from public.change_requests r where id = ${String(answer.request_id)}`;
  expect(row).toMatchObject({ problems: answer.problems, closed: true, changes: 2 });
});
