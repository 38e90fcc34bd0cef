import fc from "fast-check";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { superuser } from "../../support/postgres.ts";
import { type Command, history, type Sent } from "./command.ts";
import { type Lane, openLane, startOver } from "./lane.ts";
import { newIds, perform, performMany } from "./perform.ts";
import { predict } from "./predict.ts";
import { readSnapshot, snapshotOf } from "./snapshot.ts";
import { newWorld, type World } from "./world.ts";

// Random histories of people who send, decide, one or many at a time, hand over, leave and come back, several at once, while
// files are imported, the floor marks what it picked and cut-offs pass. The database takes the
// commands of a moment in an order of its own: there has to be one in which a model without a database gives the same
// answers, and in the end the same requests, order, people and rules.

const LANES = 5;
/** In each lane; `MODEL_HISTORIES=300 npm run test:database -- tests/database/model` lives more of them. */
const HISTORIES = Number(process.env.MODEL_HISTORIES ?? 200);

/** What is on screen when the commands of a moment are sent; null when there is nothing to do it to. */
function address(world: World, command: Command, label: string): Sent | null {
  const requests = Object.keys(world.requests);
  const delegations = Object.keys(world.delegations);
  const requestLabel = "request" in command ? (requests[command.request % requests.length] ?? null) : null;
  const delegationLabel =
    "delegation" in command ? (delegations[command.delegation % delegations.length] ?? null) : null;
  if (("request" in command && !requestLabel) || ("delegation" in command && !delegationLabel)) return null;
  const shown = world.requests[requestLabel ?? ""]?.changes ?? [];
  return {
    label,
    command,
    orderVersion: world.order.version,
    quantities: [...world.order.quantities],
    policyVersion: world.policy.version,
    requestLabel,
    shown,
    delegationLabel,
  };
}

/**
 * Everything a moment sends; a bulk decision is several, in its order. An import is several commands, so nobody else imports
 * and nobody's rights change while it runs.
 */
function addressAll(world: World, commands: Command[], moment: number): Sent[][] {
  const first = commands.find((one) => one.do === "import");
  const ofOne = commands.filter(
    (one) => !first || one === first || !["import", "activate", "giveRole"].includes(one.do),
  );
  return ofOne.map((command, index) => {
    const label = `${moment}.${index}`;
    if (command.do !== "bulk") return [address(world, command, label)].filter((one) => one !== null);
    const { actor, decision } = command;
    const items: Sent[] = [];
    for (const [place, request] of command.requests.entries()) {
      const one = address(world, { do: "decide", actor, request, decision, rejected: [] }, `${label}.${place}`);
      // There may be fewer requests than were chosen.
      if (!one || items.some(({ requestLabel }) => requestLabel === one.requestLabel)) continue;
      const before = items.at(-1);
      items.push(before ? { ...one, after: before.label } : one);
    }
    return items;
  });
}

/** The worlds that the answers leave possible: every order of the commands in which the model answers the same. */
function explain(worlds: World[], sent: Sent[], answers: string[]): World[] {
  const possible = new Map<string, World>();
  for (const world of worlds) {
    for (const order of permutations(sent)) {
      const copy = structuredClone(world);
      const agrees = order.every((one) => predict(copy, one) === answers[sent.indexOf(one)]);
      if (agrees) possible.set(JSON.stringify(copy), copy);
    }
  }
  return [...possible.values()];
}

function permutations(items: Sent[]): Sent[][] {
  if (items.length === 0) return [[]];
  // What was sent in one form comes in its order.
  const firsts = items.filter(({ after }) => !items.some(({ label }) => label === after));
  return firsts.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

async function live(lane: Lane, moments: Command[][]): Promise<void> {
  const ids = newIds();
  let worlds = [newWorld(await startOver(lane))];
  for (const [moment, commands] of moments.entries()) {
    const [world] = worlds as [World];
    const forms = addressAll(world, commands, moment);
    const sent = forms.flat();
    const roles = world.people.map((person) => person.roles);
    const answers = (
      await Promise.all(
        forms.map((form) =>
          form.length > 1
            ? performMany(lane, ids, form, roles)
            : Promise.all(form.map((one) => perform(lane, ids, one, roles))),
        ),
      )
    ).flat();
    worlds = explain(worlds, sent, answers);
    if (worlds.length === 0) {
      const alone = sent.map((one) => predict(structuredClone(world), one));
      throw new Error(`Moment ${moment}: no order explains ${JSON.stringify(
        sent.map(({ command }, i) => ({ ...command, answered: answers[i], aloneItWouldBe: alone[i] })),
        null,
        1,
      )}
in ${JSON.stringify(world)}`);
    }
  }
  const found = await readSnapshot(lane, ids);
  const expected = worlds.map(snapshotOf);
  if (!expected.some((one) => isSame(one, found))) expect(found).toEqual(expected[0]);
}

function isSame(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}

/** What must never be, whatever the histories were; each query finds what breaks it. */
const never: Record<string, string> = {
  "two writes of one request, or a version without a write": `
    select request_id from public.order_writes where org_id = $1 group by 1 having count(*) > 1`,
  "a write that no approval of its round ended": `
    select w.request_id from public.order_writes w where w.org_id = $1 and not exists (
      select from public.decisions d where d.request_id = w.request_id and d.decision = 'approve' and d.outcome = 'applied')`,
  "a write after the order was locked": `
    select w.request_id from public.order_writes w join public.audit_entries a on a.org_id = w.org_id and a.request_id = w.request_id
      and a.action = 'order.changed'
    where w.org_id = $1 and (
      select l.action = 'order.marked' from public.audit_entries l
      where l.org_id = a.org_id and l.order_id = a.order_id and l.seq < a.seq and l.action in ('order.marked', 'order.mark_taken_back')
      order by l.seq desc limit 1
    )`,
  "a decision by an author": `
    select d.request_id from public.decisions d join public.request_rounds r on r.org_id = d.org_id and r.request_id = d.request_id
    where d.org_id = $1 and d.decided_by = r.authored_by`,
  // That whoever stood in for an author is barred too is in every answer the model predicts; when exactly somebody stood in, no
  // column can tell to the moment.
  "a decision in the name of an author": `
    select d.request_id from public.decisions d join public.request_rounds r on r.org_id = d.org_id and r.request_id = d.request_id
    where d.org_id = $1 and d.on_behalf_of = r.authored_by`,
  "one person twice in a round": `
    select request_id from public.decisions where org_id = $1 group by request_id, round, decided_by having count(*) > 1`,
  "a pending request that nobody can decide": `
    select r.id from public.change_requests r where r.org_id = $1 and r.status = 'pending'
      and not exists (select from public.request_deciders d where d.org_id = r.org_id and d.request_id = r.id)`,
};

test.concurrent.each(Array.from({ length: LANES }, (_, index) => index + 1))(
  `${HISTORIES} histories end as the model says (lane %i of ${LANES})`,
  async () => {
    const lane = await openLane();
    try {
      await fc.assert(
        fc.asyncProperty(history, (moments) => live(lane, moments)),
        { numRuns: HISTORIES },
      );
      for (const [what, query] of Object.entries(never))
        expect([...(await superuser.unsafe(query, [lane.org.id]))], what).toEqual([]);
      const admin = lane.people.find(({ roles }) => roles.includes("admin")) ?? lane.org.admin;
      await superuser`update public.members set active = true, deactivated_at = null, roles = '{admin}' where id = ${admin.memberId}`;
      expect(await ask(admin.userId, "verify_audit_chain", { p_org: lane.org.id })).toMatchObject({ ok: true });
    } finally {
      await lane.sql.end();
    }
  },
  600_000,
);
