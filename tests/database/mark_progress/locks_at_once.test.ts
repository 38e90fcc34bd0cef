import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { inDays } from "../../support/days.ts";
import { mark, takeBack } from "../../support/marks.ts";
import { createOrder } from "../../support/order.ts";
import { asMember, superuser } from "../../support/postgres.ts";
import { decide, submit, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

const quantity = (line: { id: string } | undefined, to = "12") => ({
  kind: "set_quantity",
  line_id: line?.id,
  quantity: to,
});
const trail = (team: Team, order: { id: string }) => superuser`
  select action, actor_name, before, after from public.audit_entries
  where org_id = ${team.id} and order_id = ${order.id} and action like 'order.mark%' order by seq`;
const marks = (team: Team, order: { id: string }) =>
  asMember(
    team.requester.userId,
    (sql) => sql`
      select line_id, stage, marked_by, is_ahead, can_be_taken_back from public.order_marks
      where org_id = ${team.id} and order_id = ${order.id} order by line_id nulls first`,
  );

test("a marked order refuses what is asked of it, and says who marked it", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  expect(await mark(team.fulfillment, order, "picked")).toMatchObject({
    outcome: "marked",
    version: 2,
    is_whole_order: true,
  });
  const asked = await submit(team.requester, { ...order, version: 2 }, [quantity(order.lines[0])]);
  expect(asked).toMatchObject({ outcome: "refused", problems: [{ code: "order_locked", stage: "picked" }] });
  expect(await marks(team, order)).toEqual([
    { line_id: null, stage: "picked", marked_by: "Finn Fulfillment", is_ahead: true, can_be_taken_back: true },
  ]);
  expect(await trail(team, order)).toEqual([
    {
      action: "order.marked",
      actor_name: "Finn Fulfillment",
      before: { version: 1, stage: "open" },
      after: { version: 2, stage: "picked" },
    },
  ]);
});

test("a marked line is locked, its neighbours are not; who asked is told only where nothing is left", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: [{}, {}, {}] });
  const [first, second, third] = order.lines;
  const lost = await submitted(team.requester, order, [quantity(first)]);
  const half = await submitted(team.requester, order, [
    { kind: "set_line_date", line_id: first.id, requested_ship_date: inDays(9) },
    quantity(second),
  ]);
  const free = await submitted(team.requester, order, [quantity(third)]);

  const answer = await mark(team.fulfillment, order, "picked", { lines: [first.id] });
  expect(answer).toMatchObject({ outcome: "marked", expired: [lost.reference], held_up: [half.reference], version: 2 });
  const told = await superuser`
    select recipient_id from public.notifications where request_id = ${lost.id} and template = 'request_expired' order by 1`;
  expect(told.map(({ recipient_id }) => recipient_id)).toContain(team.requester.memberId);
  const warned = await superuser`
    select request_id, recipient_id, facts ->> 'by' as by, facts -> 'moved' as moved from public.notifications
    where org_id = ${team.id} and template = 'request_moved'`;
  const moved = [{ field: "stage", sku: first.sku, before: "open", after: "picked" }];
  // Whoever asked, and everybody whose turn it is.
  const people = [team.requester, team.approver, team.secondApprover].map(({ memberId }) => memberId);
  expect(warned.map(({ recipient_id }) => recipient_id).sort()).toEqual(people.sort());
  for (const one of warned) expect(one).toMatchObject({ request_id: half.id, by: "Finn Fulfillment", moved });
  const flags = await superuser`
    select request_id, marked_version, import_id, moved, by_member from public.request_flags where org_id = ${team.id}`;
  expect([...flags]).toEqual([
    { request_id: half.id, marked_version: 2, import_id: null, moved, by_member: team.fulfillment.memberId },
  ]);

  expect(await decide(team.approver, half, "approve")).toMatchObject({
    outcome: "stale",
    refusals: [{ code: "line_locked", change_index: 0 }],
  });
  expect(await decide(team.approver, { ...half, version: 2 }, "approve")).toMatchObject({
    outcome: "refused",
    problems: [{ code: "line_locked" }],
  });
  expect(await decide(team.approver, { ...free, version: 2 }, "approve")).toMatchObject({ outcome: "applied" });
  expect(await submit(team.requester, { ...order, version: 3 }, [quantity(second, "7")])).toMatchObject({
    outcome: "submitted",
  });
});

test("an older import does not take a mark back, a further one makes it needless", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  await mark(team.fulfillment, order, "packed");
  const source = (stage: string) =>
    superuser`update public.orders set stage = ${stage}::public.order_stage, version = version + 1 where id = ${order.id}`;
  const reached = async () =>
    (await superuser<{ stage: string }[]>`select reached_stage as stage from public.orders where id = ${order.id}`)[0]
      ?.stage;
  await source("released");
  expect(await reached()).toBe("packed");
  await source("partially_shipped");
  expect(await reached()).toBe("packed");
  expect(await submit(team.requester, { ...order, version: 4 }, [quantity(order.lines[0])])).toMatchObject({
    outcome: "refused",
  });
  await source("unknown");
  expect(await reached()).toBe("unknown");
  await source("packed");
  expect(await marks(team, order)).toMatchObject([{ is_ahead: false }]);
  await source("shipped");
  expect(await takeBack(team.fulfillment, order)).toMatchObject({
    outcome: "refused",
    problems: [{ code: "source_shipped", stage: "shipped" }],
  });
  expect(await reached()).toBe("shipped");
  expect((await trail(team, order)).at(-1)).toMatchObject({ action: "order.mark_refused" });
});

test("a mark taken back opens the order again, with the reason in the trail", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const [first] = order.lines;
  await mark(team.fulfillment, order, "shipped", { lines: [first.id] });
  expect(await takeBack(team.admin, order, { line: first.id, note: "  " })).toMatchObject({
    code: "PT422",
    reason: "required",
  });
  expect(await takeBack(team.admin, order, { line: first.id, note: "Wrong shelf" })).toMatchObject({
    outcome: "taken_back",
    version: 3,
  });
  expect(await takeBack(team.admin, order, { line: first.id })).toMatchObject({ outcome: "nothing_to_take_back" });
  expect(await marks(team, order)).toEqual([]);
  expect((await trail(team, order)).at(-1)).toMatchObject({
    action: "order.mark_taken_back",
    before: { stage: "shipped", version: 2 },
    after: { version: 3, note: "Wrong shelf", line: 1 },
  });
  const asked = await submitted(team.requester, { ...order, version: 3 }, [quantity(first)]);
  expect(await decide(team.approver, asked, "approve")).toMatchObject({ outcome: "applied" });
});

test("marks on every line are one on the order, as far as the least of them; without one of them they are not", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const [first, second] = order.lines;
  const asked = await submitted(team.requester, order, [{ kind: "add_line", sku: "NEW-1", quantity: "1" }]);
  expect(await mark(team.fulfillment, order, "packed", { lines: [first.id] })).toMatchObject({ expired: [] });
  expect(await mark(team.fulfillment, order, "picked", { lines: [second?.id] })).toMatchObject({
    outcome: "marked",
    order_stage: "picked",
    expired: [asked.reference],
    version: 3,
  });
  const reached = async () => {
    const [row] = await superuser`
      select reached_stage as stage, marked_stage as mark, version from public.orders where id = ${order.id}`;
    return row;
  };
  expect(await reached()).toEqual({ stage: "picked", mark: null, version: 3 });
  expect((await trail(team, order)).at(-1)).toMatchObject({
    after: { stage: "picked", order_stage: "picked", version: 3 },
  });
  expect(await mark(team.fulfillment, order, "picked")).toMatchObject({ outcome: "already" });
  await mark(team.fulfillment, order, "packed", { lines: [second?.id] });
  expect(await reached()).toMatchObject({ stage: "packed", version: 4 });
  expect(await takeBack(team.fulfillment, order, { line: second?.id })).toMatchObject({
    is_order_moved: true,
    reached: "open",
  });
  expect(await reached()).toMatchObject({ stage: "open", version: 5 });
  expect((await trail(team, order)).at(-1)).toMatchObject({ after: { order_stage: "open", line: 2 } });
  const again = await submit(team.requester, { ...order, version: 5 }, [
    { kind: "add_line", sku: "NEW-1", quantity: "1" },
  ]);
  expect(again.outcome).toBe("submitted");
});

test("a word that means something else now counts in what the marks of all lines come to", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const [first, second] = order.lines;
  const map = (stage: string) =>
    ask(team.admin.userId, "map_status", { p_org: team.id, p_word: "Staged", p_stage: stage });
  await map("picked");
  await superuser`update public.order_lines set status_word = 'Staged', status_stage = 'picked' where id = ${first.id}`;
  await mark(team.fulfillment, order, "picked", { lines: [second?.id] });
  const reached = async () =>
    (await superuser<{ stage: string }[]>`select reached_stage as stage from public.orders where id = ${order.id}`)[0]
      ?.stage;
  expect(await reached()).toBe("picked");
  await map("open");
  expect(await reached()).toBe("open");
  await map("packed");
  expect(await reached()).toBe("picked");
});

test("closing the rest of the last line that nobody had picked whole makes it all picked", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const [first, second] = order.lines;
  await superuser`update public.order_lines set quantity_picked = 2 where id = ${second?.id ?? ""}`;
  await mark(team.fulfillment, order, "picked", { lines: [first.id] });
  const asked = await submitted(team.requester, { ...order, version: 2 }, [
    { kind: "close_line", line_id: second?.id ?? "" },
  ]);
  expect(await decide(team.approver, asked, "approve")).toMatchObject({ outcome: "applied" });
  const [row] = await superuser<{ stage: string }[]>`
    select reached_stage as stage from public.orders where id = ${order.id}`;
  expect(row?.stage).toBe("picked");
});

test("what says nothing new moves nothing; what is not to be shipped is refused and kept", async () => {
  const team = await createTeam();
  const [order, gone] = await Promise.all([createOrder(team.id), createOrder(team.id)]);
  await superuser`update public.orders set stage = 'cancelled' where id = ${gone.id}`;
  await mark(team.fulfillment, order, "packed");
  for (const stage of ["picked", "packed"]) {
    expect(await mark(team.fulfillment, order, stage)).toMatchObject({
      outcome: "already",
      reached: "packed",
      version: 2,
    });
    expect(await mark(team.fulfillment, order, stage, { lines: [order.lines[0].id] })).toMatchObject({
      outcome: "already",
    });
  }
  expect(await mark(team.fulfillment, order, "shipped")).toMatchObject({ outcome: "marked", version: 3 });
  expect(await mark(team.fulfillment, gone, "picked")).toMatchObject({
    outcome: "refused",
    version: 1,
    problems: [{ code: "not_to_be_shipped", stage: "cancelled" }],
  });
  expect(await trail(team, gone)).toMatchObject([{ action: "order.mark_refused", after: { stage: "picked" } }]);
});

test("the same call answers the same; what cannot be meant is refused", async () => {
  const team = await createTeam();
  const [order, other] = await Promise.all([createOrder(team.id), createOrder(team.id)]);
  const key = randomUUID();
  const twenty = await Promise.all(
    Array.from({ length: 20 }, () => mark(team.fulfillment, order, "picked", { key, lines: [order.lines[0].id] })),
  );
  expect(new Set(twenty.map(({ outcome, version }) => `${outcome} ${version}`))).toEqual(new Set(["marked 2"]));
  expect(twenty.filter(({ replayed }) => replayed)).toHaveLength(19);
  expect(await mark(team.fulfillment, order, "packed", { key })).toMatchObject({ reason: "idempotency_key_reused" });
  expect(await mark(team.fulfillment, order, "released")).toMatchObject({ code: "PT422", reason: "unknown_stage" });
  expect(await mark(team.fulfillment, order, "picked", { lines: [] })).toMatchObject({ reason: "invalid_lines" });
  expect(await mark(team.fulfillment, order, "picked", { lines: [null] })).toMatchObject({ reason: "invalid_lines" });
  expect(await mark(team.fulfillment, order, "picked", { lines: [other.lines[0].id] })).toMatchObject({
    code: "PT404",
  });
});
