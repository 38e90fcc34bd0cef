import { beforeAll, expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { type Rule, saveRules } from "../../support/lock-table.ts";
import { createOrder, type LineFacts, type Order } from "../../support/order.ts";
import { asMember } from "../../support/postgres.ts";
import { createTeam, type Team } from "../../support/team.ts";

type Answers = { kind: string; now: string | null; draft: string | null }[];
type Simulation = {
  cells: number;
  orders: {
    locked: number;
    opened: number;
    examples: { order_number: string; locked: string[]; opened: string[] }[];
  };
  order: { kinds: Answers; line_count: number; lines: { id: string; kinds: Answers }[] } | null;
  requesters: number;
  approvers: number;
};

const lineKinds = ["set_quantity", "close_line", "remove_line", "substitute_line", "set_line_date"];
const orderKinds = ["add_line", "set_order_date", "set_ship_to", "set_ship_method", "cancel_order"];

async function simulate(team: Team, rules: Rule[], orderId: string | null = null): Promise<Simulation> {
  const answer = await ask(team.admin.userId, "simulate_lock_table", {
    p_org: team.id,
    p_rules: rules,
    p_order_id: orderId,
  });
  expect(answer.outcome).toBe("simulated");
  return answer as unknown as Simulation;
}

/** What the pages show with the table as it is saved. */
async function shown(team: Team, order: Order) {
  return asMember(team.requester.userId, async (sql) => {
    const [whole] = await sql.unsafe(`select ${orderKinds.join(", ")} from public.order_locks where order_id = $1`, [
      order.id,
    ]);
    const lines = await sql.unsafe(
      `select line_id, ${lineKinds.join(", ")} from public.order_line_locks where order_id = $1`,
      [order.id],
    );
    return {
      order: (whole ?? {}) as Record<string, unknown>,
      lines: new Map(lines.map((line) => [line.line_id as string, line])),
    };
  });
}

const begun: LineFacts[] = [{ picked: "4" }, { picked: "0" }, { statusWord: "Picked" }, {}];
const scenes: [string, LineFacts[]][] = [
  ["Open", [{}, {}]],
  ["Open", begun],
  ["Picking", begun],
  ["Picked", [{ picked: "10" }]],
  ["Partially Shipped", [{ shipped: "10" }, { shipped: "2" }, {}]],
  ["Packed", [{}]],
];
const rules: Rule[] = [
  { kind: "set_quantity", stage: "released", is_locked: true },
  { kind: "set_line_date", stage: "open", is_locked: true },
  { kind: "cancel_order", stage: "picking", is_locked: false },
  { kind: "add_line", stage: "picking", is_locked: false },
  { kind: "set_ship_to", stage: "picked", is_locked: true },
  { kind: "close_line", stage: "open", is_locked: true },
];

let team: Team;
beforeAll(async () => {
  team = await createTeam();
});

test.each(scenes)(
  "an order that is %s: what it says with a draft is what is shown once it is saved",
  async (word, lines) => {
    const own = await createTeam();
    const order = await createOrder(own.id, { statusWord: word, lines });
    const before = await shown(own, order);
    const simulation = await simulate(own, rules, order.id);
    await saveRules(own, ...rules);
    const after = await shown(own, order);

    const { kinds, lines: simulated } = simulation.order ?? { kinds: [], lines: [] };
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([...orderKinds].sort());
    for (const { kind, now, draft } of kinds) {
      expect([kind, now, draft]).toEqual([kind, before.order[kind], after.order[kind]]);
    }
    expect(simulated).toHaveLength(lines.length);
    for (const line of simulated) {
      expect(line.kinds.map(({ kind }) => kind).sort()).toEqual([...lineKinds].sort());
      for (const { kind, now, draft } of line.kinds) {
        expect([kind, now, draft]).toEqual([kind, before.lines.get(line.id)?.[kind], after.lines.get(line.id)?.[kind]]);
      }
    }

    // The count says what the comparison of before and after says.
    const differs = (kind: string, to: boolean) =>
      [before.order, ...before.lines.values()].some((row, index) => {
        const later = [after.order, ...after.lines.values()][index];
        return kind in row && (row[kind] === null) === to && (later?.[kind] === null) !== to;
      });
    const all = [...orderKinds, ...lineKinds];
    expect(simulation.orders.locked).toBe(all.some((kind) => differs(kind, true)) ? 1 : 0);
    expect(simulation.orders.opened).toBe(all.some((kind) => differs(kind, false)) ? 1 : 0);
  },
);

test("counts each order once, names the first, and says for what", async () => {
  const own = await createTeam();
  const orders = await Promise.all([1, 2, 3].map((n) => createOrder(own.id, { number: `SO-${n}` })));
  await createOrder(own.id, { statusWord: "Draft" });
  await createOrder(own.id, { statusWord: "Shipped" });
  const {
    cells,
    orders: found,
    order,
    requesters,
    approvers,
  } = await simulate(own, [
    { kind: "set_quantity", stage: "open", is_locked: true },
    { kind: "add_line", stage: "open", is_locked: true },
    { kind: "remove_line", stage: "open", is_locked: false },
  ]);
  expect({ cells, order, requesters, approvers }).toEqual({ cells: 2, order: null, requesters: 2, approvers: 2 });
  expect(found).toMatchObject({ locked: 3, opened: 0 });
  expect(found.examples.map(({ order_number }) => order_number)).toEqual(orders.map(({ number }) => number));
  expect(found.examples[0]).toMatchObject({ locked: ["set_quantity", "add_line"], opened: [] });
});

test("writes nothing", async () => {
  const order = await createOrder(team.id);
  const before = await footprint(team.id);
  await simulate(team, rules, order.id);
  expect(await footprint(team.id)).toEqual(before);
});

test("answers about its own orders only, and takes no other rules than a save", async () => {
  const foreign = await createOrder(team.strangers.id);
  const ask_ = (args: object) => ask(team.admin.userId, "simulate_lock_table", { p_org: team.id, ...args });
  expect(await ask_({ p_order_id: foreign.id })).toMatchObject({ code: "PT404" });
  expect(await ask_({ p_rules: [{ kind: "set_quantity", stage: "packed", is_locked: false }] })).toMatchObject({
    code: "PT422",
    reason: "stage_is_always_locked",
  });
});
