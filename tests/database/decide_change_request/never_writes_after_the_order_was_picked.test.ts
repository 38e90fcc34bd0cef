import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { untilBlockedBy } from "../../support/waiting.ts";

const rounds = 200;
const atOnce = 10;

type Round = { order: Order; request: Request };

/** Orders with one pending request each, a few at a time, so that the machine is busy with the race and not with arranging it. */
async function inRounds(
  team: Team,
  statusWord: (index: number) => string,
  race: (round: Round, index: number) => Promise<void>,
) {
  for (let start = 0; start < rounds; start += atOnce) {
    const batch = await Promise.all(
      Array.from({ length: atOnce }, async (_, index) => {
        const order = await createOrder(team.id, { statusWord: statusWord(start + index) });
        const quantity = [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }];
        return { order, request: await submitted(team.requester, order, quantity) };
      }),
    );
    for (const [index, round] of batch.entries()) await race(round, start + index);
  }
}

/** What a source system's update does: takes the order's lock, flips the stage. Tells whether the change was in already. */
async function flip(order: Order, bump: number): Promise<boolean> {
  return superuser.begin(async (sql) => {
    await sql`select from public.orders where id = ${order.id} for update`;
    const [row] = await sql<{ written: boolean }[]>`
      update public.orders o set stage = 'picked', status_word = 'Picked', version = version + ${bump} where id = ${order.id}
      returning exists (select from public.order_writes w where w.org_id = o.org_id and w.order_id = o.id) as written`;
    return row?.written ?? false;
  }) as Promise<boolean>;
}

async function isWritten(order: Order): Promise<boolean> {
  const [row] = await superuser<{ written: boolean }[]>`
    select exists (select from public.order_writes w where w.order_id = ${order.id}) as written`;
  return row?.written ?? false;
}

test.each([
  { bump: 1, name: "with a new version", outcome: "stale" },
  { bump: 0, name: "behind the version's back", outcome: "refused" },
])(`${rounds} approvals against a flip to picked ${"$name"}: none is written after it`, async ({ bump, outcome }) => {
  const team = await createTeam();
  await inRounds(
    team,
    () => "Open",
    async ({ order, request }, index) => {
      const work = [() => decide(team.approver, request, "approve"), () => flip(order, bump)] as const;
      const [answer, wasWritten] = await (index % 2
        ? Promise.all([work[0](), work[1]()])
        : Promise.all([work[1](), work[0]()]).then(([flipped, decided]) => [decided, flipped] as const));
      expect(answer.outcome).toBe(wasWritten ? "applied" : outcome);
      expect(await isWritten(order)).toBe(wasWritten);
    },
  );
});

test(`${rounds} approvals against an admin who maps the order's word to picked: none is written after it`, async () => {
  const team = await createTeam();
  for (let word = 0; word < rounds; word++) {
    await superuser`insert into public.status_words (org_id, word_key, word, stage) values (${team.id}, ${`wave ${word}`}, ${`wave ${word}`}, 'open')`;
  }
  await inRounds(
    team,
    (index) => `wave ${index}`,
    async ({ order, request }, index) => {
      const map = () =>
        ask(team.admin.userId, "map_status", { p_org: team.id, p_word: `Wave ${index}`, p_stage: "picked" });
      const approve = () => decide(team.approver, request, "approve");
      const answer =
        index % 2 ? (await Promise.all([approve(), map()]))[0] : (await Promise.all([map(), approve()]))[1];
      const [row] = await superuser<{ stage: string; version: number; written: number | null }[]>`
        select o.stage, o.version, (select max(w.version_after) from public.order_writes w where w.order_id = o.id) as written
        from public.orders o where o.id = ${order.id}`;
      expect(row?.stage).toBe("picked");
      // The mapping is always the last write: an approval before it left version 2 behind, none left version 1.
      expect(row?.version).toBe(answer.outcome === "applied" ? 3 : 2);
      expect(row?.written).toBe(answer.outcome === "applied" ? 2 : null);
      expect(["applied", "stale"]).toContain(answer.outcome);
    },
  );
});

test("an approval that waited for the flip sees it", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  let deciding: ReturnType<typeof decide> | undefined;
  await superuser.begin(async (sql) => {
    const [holder] = await sql<{ pid: number }[]>`
      select pg_backend_pid() as pid from public.orders where id = ${order.id} for update`;
    deciding = decide(team.approver, request, "approve");
    await untilBlockedBy(holder?.pid ?? 0);
    await sql`update public.orders set stage = 'picked' where id = ${order.id}`;
  });
  expect(await deciding).toMatchObject({ outcome: "refused", problems: [{ code: "order_locked" }] });
  expect(await isWritten(order)).toBe(false);
});
