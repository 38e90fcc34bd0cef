import fc from "fast-check";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { commitConfirmed, type FileRow, lineOf, preview, readOrders, stage } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, requestOf, submit } from "../../support/requests.ts";

// Random mornings: files come in while people ask and approve, several at once. There has to be an order of what happened in
// which a model without a database gives the same answers and ends with the same orders.

const LANES = 4;
const HISTORIES = 130;
const NUMBERS = ["SO-1", "SO-2"] as const;
const everything = ["older_file", "fewer_rows", "stage_backwards"];

type Command =
  | { do: "ask"; order: 0 | 1; wanted: number }
  | { do: "approve"; order: 0 | 1 }
  | { do: "import"; rows: { quantity: number; isPicked: boolean }[] };

/** `kept`: an approved quantity the source doesn't know yet stays, whatever its file says. */
type OrderState = {
  quantity: number;
  isPicked: boolean;
  version: number;
  kept: boolean;
  asked: { from: number; wanted: number } | null;
};
type World = OrderState[];

const which = fc.constantFrom<0 | 1>(0, 1);
/** Quantities people want and quantities of files are never the same. */
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant("ask" as const), order: which, wanted: fc.integer({ min: 100, max: 120 }) }),
  fc.record({ do: fc.constant("approve" as const), order: which }),
  fc.record({
    do: fc.constant("import" as const),
    rows: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 3 }), isPicked: fc.nat(3).map((n) => n === 0) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
);
const history = fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

/** What the command answers in a world, which it changes; `seen` is the world as it was on screen. */
function predict(world: World, sent: Command, seen: World): string {
  if (sent.do === "import") {
    for (const [at, { quantity, isPicked }] of sent.rows.entries()) {
      const order = world[at] as OrderState;
      const next = { quantity: order.kept ? order.quantity : quantity, isPicked };
      if (next.quantity !== order.quantity || next.isPicked !== order.isPicked) order.version += 1;
      Object.assign(order, next);
    }
    return "committed";
  }
  const [order, shown] = [world[sent.order], seen[sent.order]] as [OrderState, OrderState];
  if (sent.do === "ask") return askModel(order, shown, sent.wanted);
  const { asked } = order;
  if (!asked) return "nothing to approve";
  if (asked.from !== order.quantity) return "conflict";
  if (shown.version !== order.version) return "stale";
  order.asked = null;
  if (order.isPicked) return "refused";
  Object.assign(order, { quantity: asked.wanted, version: order.version + 1, kept: true });
  return "applied";
}

function askModel(order: OrderState, shown: OrderState, wanted: number): string {
  if (shown.version !== order.version) return "stale";
  if (order.isPicked) return "refused";
  if (order.asked) return "taken";
  if (wanted === order.quantity) return "nothing";
  order.asked = { from: order.quantity, wanted };
  return "submitted";
}

type Lane = { org: Organization; requests: (Request | null)[] };

async function perform(lane: Lane, sent: Command, seen: World): Promise<string> {
  const { org, requests } = lane;
  if (sent.do === "import") {
    const rows = sent.rows.map(({ quantity, isPicked }, at): FileRow => fileRow(at, quantity, isPicked));
    const importId = await stage(org, rows);
    await preview(org, importId);
    const done = await commitConfirmed(org, importId, everything);
    return done.outcome ?? `${done.code} ${done.reason}`;
  }
  if (sent.do === "approve") {
    const request = requests[sent.order];
    if (!request) return "nothing to approve";
    const done = await decide(org.approver, request, "approve", { version: seen[sent.order]?.version ?? 0 });
    return done.outcome === "already_decided" ? "nothing to approve" : (done.outcome ?? `${done.code} ${done.reason}`);
  }
  const order = (await readOrders(org))[NUMBERS[sent.order]];
  if (!order) throw new Error("The order is gone.");
  const change = { kind: "set_quantity", line_id: lineOf(order).id, quantity: String(sent.wanted) };
  const answer = await submit(org.requester, { id: order.id, version: seen[sent.order]?.version ?? 0 }, [change]);
  if (answer.outcome === "submitted") requests[sent.order] = requestOf(answer);
  if (answer.outcome === "duplicate" || answer.outcome === "conflict") return "taken";
  if (answer.reason === "no_change" || answer.reason === "nothing_changes") return "nothing";
  return answer.outcome ?? `${answer.code} ${answer.reason}`;
}

const fileRow = (at: number, quantity: number, isPicked: boolean): FileRow => ({
  order: NUMBERS[at] ?? "",
  line: "1",
  sku: "BOLT",
  qty: String(quantity),
  status: isPicked ? "Picked" : "Open",
});

async function live(moments: Command[][]): Promise<void> {
  const org = await createOrganization();
  const lane: Lane = { org, requests: [null, null] };
  await commitConfirmed(org, await previewed(org, [fileRow(0, 1, false), fileRow(1, 1, false)]), everything);
  let worlds: World[] = [NUMBERS.map(() => ({ quantity: 1, isPicked: false, version: 1, kept: false, asked: null }))];
  for (const [at, moment] of moments.entries()) {
    const [seen] = worlds as [World];
    const answers = await Promise.all(moment.map((sent) => perform(lane, sent, seen)));
    const next = new Map<string, World>();
    for (const world of worlds)
      for (const order of permutations(moment.map((_, index) => index))) {
        const copy = structuredClone(world);
        if (order.every((index) => predict(copy, moment[index] as Command, seen) === answers[index]))
          next.set(JSON.stringify(copy), copy);
      }
    if (next.size === 0)
      throw new Error(
        `Moment ${at}: no order explains ${JSON.stringify(moment)} → ${answers} in ${JSON.stringify(worlds)}`,
      );
    // What is on screen at the next moment is what the database shows; worlds that differ from it were not the one.
    const found = await snapshot(org);
    worlds = [...next.values()].filter((world) => JSON.stringify(world.map(shownOf)) === found);
    if (worlds.length === 0)
      expect(found).toEqual(JSON.stringify([...next.values()].map((world) => world.map(shownOf))));
  }
  const wrong = await superuser`
    select w.request_id from public.order_writes w
    join public.audit_entries e on e.org_id = w.org_id and e.order_id = w.order_id and e.action = 'order.changed' and e.request_id = w.request_id
    where w.org_id = ${org.id} and e.before ->> 'stage' = 'picked'`;
  expect(wrong).toHaveLength(0);
  expect(await ask(org.admin.userId, "verify_audit_chain", { p_org: org.id })).toMatchObject({ ok: true });
}

async function previewed(org: Organization, rows: FileRow[]): Promise<string> {
  const importId = await stage(org, rows);
  await preview(org, importId);
  return importId;
}

const shownOf = ({ quantity, isPicked, version }: OrderState) => ({ quantity, isPicked, version });

async function snapshot(org: Organization): Promise<string> {
  const orders = await readOrders(org);
  return JSON.stringify(
    NUMBERS.map((number) => {
      const order = orders[number];
      return {
        quantity: Number(order?.lines[0]?.quantity),
        isPicked: order?.stage === "picked",
        version: order?.version,
      };
    }),
  );
}

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

test.concurrent.each(Array.from({ length: LANES }, (_, index) => index + 1))(
  `${HISTORIES} mornings end as the model says (lane %i of ${LANES})`,
  async () => {
    await fc.assert(fc.asyncProperty(history, live), { numRuns: HISTORIES, endOnFailure: true });
  },
  300_000,
);
