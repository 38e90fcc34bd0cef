import { expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { createOrder } from "../../support/order.ts";
import { asMember, superuser } from "../../support/postgres.ts";
import { decide, submitted, withdraw } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";

const listed = (team: Team) =>
  asMember(
    team.fulfillment.userId,
    (sql) => sql`
      select order_number, line, sku, kind, ship_date::text, site, cutoff_at, requester
      from public.stop_list where org_id = ${team.id} order by order_number, line nulls last`,
  );

test("lines under a pending change, with their own ship date, site and cut-off", async () => {
  const team = await createTeam();
  await superuser`insert into public.sites (org_id, code, name, time_zone, ship_cutoff) values (${team.id}, 'dc 2', 'Dallas', 'America/Chicago', '15:00')`;
  const order = await createOrder(team.id, {
    number: "A",
    shipDate: "2099-06-30",
    lines: [{}, { shipDate: "2099-07-02" }],
  });
  const other = await createOrder(team.id, { number: "B", shipDate: "2099-06-30" });
  await superuser`update public.orders set site_word = 'DC 2' where id = ${other.id}`;
  const [first, second] = order.lines;
  await submitted(team.requester, order, [
    { kind: "remove_line", line_id: first.id },
    { kind: "set_quantity", line_id: second?.id, quantity: "2" },
  ]);
  await submitted(team.requester, other, [{ kind: "set_order_date", requested_ship_date: inDays(40) }]);

  expect(await listed(team)).toMatchObject([
    {
      order_number: "A",
      line: 1,
      kind: "remove_line",
      ship_date: "2099-06-30",
      site: "Main site",
      requester: "Carl Requester",
    },
    { order_number: "A", line: 2, kind: "set_quantity", ship_date: "2099-07-02", site: "Main site" },
    {
      order_number: "B",
      line: null,
      kind: "set_order_date",
      ship_date: "2099-06-30",
      site: "Dallas",
      cutoff_at: new Date("2099-06-30T20:00:00Z"),
    },
  ]);
});

test("nothing stays on the list once it is decided or withdrawn", async () => {
  const team = await createTeam();
  for (const end of ["approve", "reject", "return", "withdraw"]) {
    const order = await createOrder(team.id);
    const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
    expect(await listed(team)).toHaveLength(1);
    if (end === "withdraw") await withdraw(team.requester, request);
    else await decide(team.approver, request, end);
    expect(await listed(team)).toEqual([]);
  }
});
