import { expect, test } from "vitest";
import { mark, takeBack } from "../../support/marks.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, submit, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { untilBlockedBy } from "../../support/waiting.ts";

const rounds = 40;
const atOnce = 10;

type Round = { order: Order; request: Request };

async function inRounds(team: Team, race: (round: Round, index: number) => Promise<void>) {
  for (let start = 0; start < rounds; start += atOnce) {
    const batch = await Promise.all(
      Array.from({ length: atOnce }, async () => {
        const order = await createOrder(team.id);
        const quantity = [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }];
        return { order, request: await submitted(team.requester, order, quantity) };
      }),
    );
    for (const [index, round] of batch.entries()) await race(round, start + index);
  }
}

/** What the order and its ledger say afterwards: the mark is always the last write. */
const after = async (order: Order) => {
  const [row] = await superuser<{ version: number; quantity: string; written: number | null; open: number }[]>`
    select o.version, trim_scale(l.quantity_ordered)::text as quantity,
      (select max(w.version_after) from public.order_writes w where w.order_id = o.id) as written,
      (select count(*)::int from public.open_targets t where t.order_id = o.id) as open
    from public.orders o join public.order_lines l on l.order_id = o.id and l.id = ${order.lines[0].id} where o.id = ${order.id}`;
  return row;
};

test.each([
  { what: "the order", lines: () => undefined },
  { what: "its line", lines: (order: Order) => [order.lines[0].id] },
])(`${rounds} approvals against a mark of ${"$what"}: none is written after it`, async ({ lines }) => {
  const team = await createTeam();
  let applied = 0;
  await inRounds(team, async ({ order, request }, index) => {
    const approve = () => decide(team.approver, request, "approve");
    const pick = () => mark(team.fulfillment, order, "picked", { lines: lines(order) });
    const [answer, marked] =
      index % 2
        ? await Promise.all([approve(), pick()])
        : await Promise.all([pick(), approve()]).then(([first, second]) => [second, first] as const);
    expect(marked.outcome).toBe("marked");
    const isWritten = answer.outcome === "applied";
    if (!isWritten) expect(answer).toMatchObject({ outcome: "already_decided", status: "expired" });
    applied += Number(isWritten);
    expect(marked.expired).toEqual(isWritten ? [] : [request.reference]);
    expect(await after(order)).toEqual({
      version: isWritten ? 3 : 2,
      written: isWritten ? 2 : null,
      quantity: isWritten ? "12" : "10",
      open: 0,
    });
  });
  // Both came first at times, or this raced nothing.
  expect(applied).toBeGreaterThan(0);
  expect(applied).toBeLessThan(rounds);
});

test("a request that was on its way meets the mark", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  let asking: ReturnType<typeof submit> | undefined;
  let marking: ReturnType<typeof mark> | undefined;
  await superuser.begin(async (sql) => {
    const [holder] = await sql<{ pid: number }[]>`
      select pg_backend_pid() as pid from public.orders where id = ${order.id} for update`;
    marking = mark(team.fulfillment, order, "packed");
    await untilBlockedBy(holder?.pid ?? 0);
    asking = submit(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  });
  expect(await marking).toMatchObject({ outcome: "marked" });
  const answer = await asking;
  // Whoever got the lock first: nothing is open on a packed order.
  expect(["refused", "submitted"]).toContain(answer?.outcome);
  expect(await after(order)).toMatchObject({ written: null, open: 0 });
});

test("fifty people mark and take back at once: one chain, every version once", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      index % 3 ? mark(team.fulfillment, order, index % 2 ? "picked" : "packed") : takeBack(team.admin, order),
    ),
  );
  expect(answers.filter(({ code }) => code)).toEqual([]);
  const moved = answers.filter(({ outcome }) => outcome === "marked" || outcome === "taken_back");
  expect(moved.map(({ version }) => Number(version)).sort((a, b) => a - b)).toEqual(moved.map((_, index) => index + 2));
  const [row] = await superuser`
    select (select version from public.orders where id = ${order.id}) as version,
      (select count(*)::int from public.audit_entries where order_id = ${order.id} and action in ('order.marked', 'order.mark_taken_back')) as entries`;
  expect(row).toEqual({ version: moved.length + 1, entries: moved.length });
});
