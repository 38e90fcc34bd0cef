import { beforeAll, expect, test } from "vitest";
import { call, refusal } from "../../support/command.ts";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submit, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

type Statistics = {
  weeks: {
    from: string;
    asked: Record<string, number>;
    decided: number;
    median_seconds: number | null;
    ninetieth_seconds: number | null;
  }[];
  reasons: { code: string; label: string; total: number; weeks: number[] }[];
};

let team: Team;
let mondays: string[];
beforeAll(async () => {
  team = await createTeam();
  await superuser`update public.organizations set time_zone = 'America/New_York' where id = ${team.id}`;
  const rows = await superuser<{ day: string }[]>`
    select (date_trunc('week', now() at time zone 'America/New_York')::date - 7 * n)::text as day from generate_series(0, 3) n`;
  mondays = rows.map(({ day }) => day);
});

const statistics = (weeks = 4) =>
  call<Statistics>(team.requester.userId, "request_statistics", { p_org: team.id, p_weeks: weeks });

/** Puts a request at a local time of a week, decided so many minutes later. */
async function happened(id: string, monday: string | undefined, time: string, minutes?: number): Promise<void> {
  await superuser`
    update public.change_requests set
      submitted_at = (${`${monday} ${time}`}::timestamp at time zone 'America/New_York'),
      decided_at = case when decided_at is not null
        then (${`${monday} ${time}`}::timestamp at time zone 'America/New_York') + make_interval(mins => ${minutes ?? 0}) end
    where id = ${id}`;
}

async function asked(reason = "customer_request"): Promise<string> {
  const order = await createOrder(team.id);
  const answer = await submit(
    team.requester,
    order,
    [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }],
    { reasonCode: reason },
  );
  return String(answer.request_id);
}

async function decided(decision: string): Promise<string> {
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await decide(team.approver, request, decision);
  return request.id;
}

test("weeks begin on Monday where the organization is, and hold what was asked in them by what became of it", async () => {
  // Two minutes apart for a clock in New York; for one in UTC both are in the later week.
  await happened(await asked(), mondays[2], "23:59");
  await superuser`update public.change_requests set submitted_at = submitted_at - interval '24 hours' where org_id = ${team.id}`;
  await happened(await asked("stock_shortage"), mondays[2], "00:01");
  for (const [decision, minutes] of [
    ["approve", 10],
    ["approve", 20],
    ["reject", 60],
    ["return", 110],
  ] as const)
    await happened(await decided(decision), mondays[1], "09:00", minutes);
  const picked = await createOrder(team.id, { statusWord: "Picked" });
  const blocked = await submit(team.requester, picked, [{ kind: "remove_line", line_id: picked.lines[0].id }]);
  expect(blocked.outcome).toBe("refused");
  await asked();

  const { weeks, reasons } = await statistics();
  expect(weeks.map(({ from }) => from)).toEqual(mondays.toReversed());
  expect(weeks.map((week) => week.asked)).toEqual([
    { pending: 1 },
    { pending: 1 },
    { applied: 2, rejected: 1, returned: 1 },
    { refused: 1, pending: 1 },
  ]);
  expect(weeks[2]).toMatchObject({ decided: 4, median_seconds: 40 * 60, ninetieth_seconds: 95 * 60 });
  expect(weeks[3]).toMatchObject({ decided: 0, median_seconds: null, ninetieth_seconds: null });
  expect(reasons).toEqual([
    { code: "customer_request", label: expect.any(String), total: 7, weeks: [1, 0, 4, 2] },
    { code: "stock_shortage", label: expect.any(String), total: 1, weeks: [0, 1, 0, 0] },
  ]);
});

test("only one's own organization is counted, and a number of weeks has to make sense", async () => {
  const strangers = call(team.stranger.userId, "request_statistics", { p_org: team.id, p_weeks: 4 });
  expect(await refusal(strangers)).toMatchObject({ code: "PT404" });
  const own = await call<Statistics>(team.stranger.userId, "request_statistics", {
    p_org: team.strangers.id,
    p_weeks: 1,
  });
  expect(own).toMatchObject({ weeks: [{ asked: {}, decided: 0 }], reasons: [] });
  for (const weeks of [0, 54, null])
    expect(await refusal(statistics(weeks as number))).toMatchObject({ code: "PT422", message: "unknown_period" });
});
