import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { beforeAll, expect, test } from "vitest";
import { connections } from "../../support/connections.ts";
import { footprint } from "../../support/footprint.ts";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";
import { untilBlockedBy } from "../../support/waiting.ts";

let team: Team;
beforeAll(async () => {
  team = await createTeam();
});

const applied = {
  version: 2,
  status: "applied",
  writes: 1,
  decisions: 1,
  held: 0,
  actions: ["request.submitted", "request.applied", "order.changed"],
  mails: { request_submitted: 2, request_applied: 2 },
};

const untouched = {
  version: 1,
  status: "pending",
  writes: 0,
  decisions: 0,
  held: 1,
  actions: ["request.submitted"],
  mails: { request_submitted: 2 },
};

/**
 * A decision on a connection of its own, whose backend can be found and terminated. It is sent as one message, which is
 * one transaction: the driver has nothing left to say to a backend that is gone.
 */
async function openDecision(request: Request, key: string) {
  const sql = postgres(connections.databaseUrl, { max: 1, onnotice: () => undefined });
  const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const message = `
    select set_config('request.jwt.claims', '{"sub":"${team.approver.userId}"}', true), set_config('role', 'authenticated', true);
    select public.decide_change_request('${request.id}', 'approve', null, ${request.version}, '${request.hash}', '${key}')`;
  return { run: () => sql.unsafe(message).simple(), pid: own?.pid ?? 0, close: () => sql.end({ timeout: 0 }) };
}

async function newRequest() {
  const order = await createOrder(team.id);
  const quantity = [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }];
  return { order, request: await submitted(team.requester, order, quantity) };
}

type Scene = Awaited<ReturnType<typeof newRequest>> & { key: string };

// One row (held, or inserted and not committed) per step: the decision stops exactly there, and is killed.
const steps: Record<string, (sql: Sql, scene: Scene) => Promise<unknown>> = {
  "reading its member": (sql) => sql`select from public.members where id = ${team.approver.memberId} for update`,
  "claiming its key": (sql, { key }) => sql`
    insert into public.idempotency_keys (org_id, actor_id, command, key, request_hash)
    values (${team.id}, ${team.approver.memberId}, 'decide_change_request', ${key}, '\\x00')`,
  "locking the order": (sql, { order }) => sql`select from public.orders where id = ${order.id} for update`,
  "locking its lines": (sql, { order }) => sql`select from public.order_lines where order_id = ${order.id} for update`,
  "locking the request": (sql, { request }) => sql`
    select from public.change_requests where id = ${request.id} for update`,
  "writing the ledger": (sql, { order, request }) => sql`
    insert into public.order_writes (org_id, order_id, request_id, version_before, version_after, written_by)
    values (${team.id}, ${order.id}, ${request.id}, 1, 2, ${team.approver.memberId})`,
  "letting its targets go": (sql, { request }) => sql`
    select from public.open_targets where request_id = ${request.id} for update`,
  "recording the decision": (sql, { request }) => sql`
    insert into public.decisions (org_id, request_id, round, decision, outcome, decided_by, order_version, payload_hash)
    values (${team.id}, ${request.id}, 1, 'approve', 'applied', ${team.approver.memberId}, 1, ${request.hash})`,
  "appending to the trail": (sql) => sql`select from public.audit_heads where org_id = ${team.id} for update`,
  "queueing its mails": (sql, { order, request }) => sql`
    insert into public.notifications (org_id, event, template, recipient_email, order_id, request_id, facts)
    values (${team.id}, ${`request_applied:${request.reference}:1`}, 'request_applied', ${team.requester.email}, ${order.id}, ${request.id}, '{}')`,
};

class Undo extends Error {}

test.each(Object.keys(steps).flatMap((step) => [1, 2, 3].map((trial) => ({ step, trial }))))(
  "killed while $step: nothing of it stays, and a retry with the same key does it once ($trial)",
  async ({ step, trial }) => {
    const scene = { ...(await newRequest()), key: randomUUID() };
    const before = await footprint(team.id);
    const decision = await openDecision(scene.request, scene.key);
    const holding = superuser.begin(async (sql) => {
      await steps[step]?.(sql as unknown as Sql, scene);
      const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
      const deciding = decision.run().catch((error: unknown) => error);
      await untilBlockedBy(own?.pid ?? 0);
      await superuser`select pg_terminate_backend(${decision.pid}, 5000)`;
      expect(await deciding).toBeInstanceOf(Error);
      throw new Undo();
    });
    await expect(holding).rejects.toBeInstanceOf(Undo);
    await decision.close();

    expect(await footprint(team.id)).toEqual(before);
    const retries = trial === 1 ? 1 : 5;
    const answers = await Promise.all(
      Array.from({ length: retries }, () => decide(team.approver, scene.request, "approve", { key: scene.key })),
    );
    expect(answers.every((answer) => answer.outcome === "applied")).toBe(true);
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    expect(await traces(scene.request.id)).toEqual(applied);
  },
);

test("killed 200 times at any moment: all or nothing, and a retry with the same key gives one effect", async () => {
  const kills = 200;
  for (let start = 0; start < kills; start += 10) {
    const scenes = await Promise.all(
      Array.from({ length: 10 }, async () => ({ ...(await newRequest()), key: randomUUID() })),
    );
    await Promise.all(
      scenes.map(async (scene, index) => {
        const decision = await openDecision(scene.request, scene.key);
        const deciding = decision.run().catch(() => undefined);
        // From before it begins to after it has committed.
        await new Promise((resolve) => setTimeout(resolve, (start + index * 3) % 40));
        await superuser`select pg_terminate_backend(${decision.pid}, 5000)`;
        await deciding;
        await decision.close();

        expect([untouched, applied]).toContainEqual(await traces(scene.request.id));
        const retry = await decide(team.approver, scene.request, "approve", { key: scene.key });
        expect(retry.outcome).toBe("applied");
        expect(await traces(scene.request.id)).toEqual(applied);
      }),
    );
  }
});
