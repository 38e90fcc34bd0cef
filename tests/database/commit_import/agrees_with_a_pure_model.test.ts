import fc from "fast-check";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { commitConfirmed, type FileRow, lineOf, preview, readOrders, stage } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, requestOf, submit } from "../../support/requests.ts";

// Random mornings of forty orders: files come in while people ask and approve, several at once. For each order there has to be
// a sequence of what happened to it in which a model without a database gives the same answers and ends with the same order.

const MORNINGS = 13;
const NUMBERS = Array.from({ length: 40 }, (_, at) => `SO-${at + 10}`);
const everything = ["older_file", "fewer_rows", "stage_backwards"];

type Ask = { do: "ask"; wanted: number };
type Approve = { do: "approve" };
type Import = { do: "import"; quantity: number; isPicked: boolean };
type Command = Ask | Approve | Import;

/** `kept`: an approved quantity the source doesn't know yet stays, whatever its file says. */
type World = {
  quantity: number;
  isPicked: boolean;
  version: number;
  kept: boolean;
  asked: { from: number; wanted: number } | null;
};

/** Quantities people want and quantities of files are never the same. */
const asking: fc.Arbitrary<Ask | Approve> = fc.oneof(
  fc.record({ do: fc.constant("ask" as const), wanted: fc.integer({ min: 100, max: 110 }) }),
  fc.record({ do: fc.constant("approve" as const) }),
);
const told: fc.Arbitrary<Import> = fc.record({
  do: fc.constant("import" as const),
  quantity: fc.integer({ min: 1, max: 3 }),
  isPicked: fc.nat(3).map((n) => n === 0),
});
/** What happens to one order at once, and what each file of the moment says of it; some files leave it out. */
const ofOrder = fc.record({
  people: fc.array(asking, { maxLength: 2 }),
  files: fc.tuple(fc.option(told, { freq: 4 }), fc.option(told, { freq: 4 })),
});
const moment = fc.record({
  files: fc.nat(2),
  orders: fc.array(ofOrder, { minLength: NUMBERS.length, maxLength: NUMBERS.length }),
});
const morning = fc.array(moment, { minLength: 2, maxLength: 3 });

/** What the command answers in a world, which it changes; `seen` is the version that was on screen. */
function predict(world: World, sent: Command, seen: number): string {
  if (sent.do === "import") {
    const next = { quantity: world.kept ? world.quantity : sent.quantity, isPicked: sent.isPicked };
    if (next.quantity !== world.quantity || next.isPicked !== world.isPicked) world.version += 1;
    Object.assign(world, next);
    return "committed";
  }
  if (sent.do === "ask") {
    if (seen !== world.version) return "stale";
    if (world.isPicked) return "refused";
    if (sent.wanted === world.quantity) return "unchanged";
    if (world.asked) return "taken";
    world.asked = { from: world.quantity, wanted: sent.wanted };
    return "submitted";
  }
  const { asked } = world;
  if (!asked) return "nothing to approve";
  if (asked.from !== world.quantity) return "conflict";
  if (seen !== world.version) return "stale";
  world.asked = null;
  if (world.isPicked) return "refused";
  Object.assign(world, { quantity: asked.wanted, version: world.version + 1, kept: true });
  return "applied";
}

type Target = { id: string; lineId: string; request: Request | null };

async function act(org: Organization, target: Target, sent: Ask | Approve, seen: number): Promise<string> {
  if (sent.do === "approve") {
    if (!target.request) return "nothing to approve";
    const done = await decide(org.approver, target.request, "approve", { version: seen });
    return done.outcome === "already_decided" ? "nothing to approve" : (done.outcome ?? `${done.code} ${done.reason}`);
  }
  const change = { kind: "set_quantity", line_id: target.lineId, quantity: String(sent.wanted) };
  const answer = await submit(org.requester, { id: target.id, version: seen }, [change]);
  if (answer.outcome === "submitted") target.request = requestOf(answer);
  if (answer.outcome === "duplicate" || answer.outcome === "overlap") return "taken";
  return answer.outcome ?? answer.reason ?? "";
}

async function bring(org: Organization, rows: FileRow[]): Promise<string> {
  if (rows.length === 0) return "committed";
  const importId = await stage(org, rows);
  const seen = await preview(org, importId);
  if (seen.outcome !== "previewed") return `${seen.code} ${seen.reason}`;
  const done = await commitConfirmed(org, importId, everything);
  return done.outcome ?? `${done.code} ${done.reason}`;
}

const fileRow = (order: string, { quantity, isPicked }: Pick<Import, "quantity" | "isPicked">): FileRow => ({
  order,
  line: "1",
  sku: "BOLT",
  qty: String(quantity),
  status: isPicked ? "Picked" : "Open",
});

async function live(moments: { files: number; orders: { people: (Ask | Approve)[]; files: (Import | null)[] }[] }[]) {
  const org = await createOrganization();
  await bring(
    org,
    NUMBERS.map((number) => fileRow(number, { quantity: 1, isPicked: false })),
  );
  const orders = await readOrders(org);
  const targets = NUMBERS.map((number): Target => {
    const order = orders[number];
    if (!order) throw new Error(number);
    return { id: order.id, lineId: lineOf(order).id, request: null };
  });
  let worlds: World[][] = NUMBERS.map(() => [{ quantity: 1, isPicked: false, version: 1, kept: false, asked: null }]);
  for (const { files, orders: acts } of moments) {
    const seen = worlds.map(([world]) => world?.version ?? 0);
    const [imports, ...answers] = await Promise.all([
      Promise.all(
        Array.from({ length: files }, (_, at) =>
          bring(
            org,
            NUMBERS.flatMap((number, order) => {
              const says = acts[order]?.files[at];
              return says ? [fileRow(number, says)] : [];
            }),
          ),
        ),
      ),
      ...targets.map((target, order) =>
        Promise.all((acts[order]?.people ?? []).map((sent) => act(org, target, sent, seen[order] ?? 0))),
      ),
    ]);
    expect(new Set(imports)).toEqual(new Set(files > 0 ? ["committed"] : []));
    const found = await readOrders(org);
    worlds = worlds.map((possible, order) => {
      const { people = [], files: says = [] } = acts[order] ?? {};
      const commands: Command[] = [...people, ...says.slice(0, files).filter((one) => one !== null)];
      const said = [
        ...(answers[order] ?? []),
        ...Array.from({ length: commands.length - people.length }, () => "committed"),
      ];
      const next = explain(possible, commands, said, seen[order] ?? 0);
      const is = shownIn(found[NUMBERS[order] ?? ""]);
      const agreeing = next.filter((world) => shownOf(world) === is);
      if (agreeing.length === 0)
        throw new Error(
          `${NUMBERS[order]}: no sequence explains ${JSON.stringify(commands)} → ${said} → ${is} in ${JSON.stringify(possible)}`,
        );
      return agreeing;
    });
  }
  const late = await superuser`
    select e.order_number from public.audit_entries e
    where e.org_id = ${org.id} and e.action = 'order.changed' and e.before ->> 'stage' = 'picked'`;
  expect(late).toHaveLength(0);
  expect(await ask(org.admin.userId, "verify_audit_chain", { p_org: org.id })).toMatchObject({ ok: true });
}

/** The worlds in which one sequence of the commands answers as the database did. */
function explain(worlds: World[], commands: Command[], answers: string[], seen: number): World[] {
  const possible = new Map<string, World>();
  for (const world of worlds)
    for (const sequence of permutations(commands.map((_, index) => index))) {
      const copy = structuredClone(world);
      if (sequence.every((index) => predict(copy, commands[index] as Command, seen) === answers[index]))
        possible.set(JSON.stringify(copy), copy);
    }
  return [...possible.values()];
}

const shownOf = ({ quantity, isPicked, version }: World) => `${quantity} ${isPicked ? "picked" : "open"} ${version}`;
const shownIn = (order: Awaited<ReturnType<typeof readOrders>>[string] | undefined) =>
  `${order?.lines[0]?.quantity} ${order?.stage} ${order?.version}`;

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

test(`${MORNINGS} mornings of ${NUMBERS.length} orders end as the model says`, async () => {
  await fc.assert(fc.asyncProperty(morning, live), { numRuns: MORNINGS, endOnFailure: true });
}, 300_000);
