import { formatDate } from "@/lib/dates";
import { expect, test } from "../../support/browser.ts";
import { connections } from "../../support/connections.ts";
import { inDays } from "../../support/days.ts";
import { waitForMail } from "../../support/mailbox.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

const ZONE = "America/New_York";

/** What a clock in the zone is ahead of UTC at noon of a day, as "GMT-4". */
const offsetOn = (day: string) =>
  new Intl.DateTimeFormat("en-US", { timeZone: ZONE, timeZoneName: "shortOffset" })
    .formatToParts(new Date(`${day}T17:00:00Z`))
    .find(({ type }) => type === "timeZoneName")?.value;

/** The day on which clocks in the zone change next: what ships then is due by the other clock. */
function dayOfTheChange(): { day: string; offset: string } {
  const [today, days] = [offsetOn(inDays(0)), Array.from({ length: 300 }, (_, ahead) => inDays(ahead + 2))];
  const day = days.find((one) => offsetOn(one) !== today) ?? "";
  return { day, offset: offsetOn(day) ?? "" };
}

test("a request is due by the clock of the day it ships on, expires at the cut-off, and is not decided after it", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  await superuser`update public.organizations set time_zone = ${ZONE} where id = ${org.id}`;
  await superuser`
    update public.sites set time_zone = ${ZONE}, ship_cutoff = '15:30', work_days = '{1,2,3,4,5,6,7}' where org_id = ${org.id}`;
  const { day, offset } = dayOfTheChange();
  const order = await createOrder(org.id, { shipDate: day });
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
  ]);
  const [due] = await superuser<{ at: Date }[]>`
    select due_at as at from public.change_requests where id = ${request.id}`;
  // 15:30 by the clock of that day: 19:30 in summer, 20:30 in winter.
  expect(due?.at.toISOString()).toBe(`${day}T${offset === "GMT-4" ? "19" : "20"}:30:00.000Z`);

  const page = await pageAs(org.approver);
  await page.goto(`/${org.slug}/requests/${request.reference}`);
  await expect(page.getByText(`Expires ${formatDate(day)}, 15:30`)).toBeVisible();

  // Time goes on while the page stays open: the order should have left yesterday.
  await superuser`update public.change_requests set submitted_at = now() - interval '3 days' where id = ${request.id}`;
  await superuser`update public.orders set requested_ship_date = ${inDays(-1)} where id = ${order.id}`;
  const route = await page.request.get("/api/cron", { headers: { authorization: `Bearer ${connections.cronSecret}` } });
  expect(route.status()).toBe(200);
  for (const person of [org.requester, org.approver]) await waitForMail(person.email, /^Expired/);

  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText(/It expired .*before anybody decided/)).toBeVisible();
  const requester = await pageAs(org.requester);
  await requester.goto(`/${org.slug}/requests/${request.reference}`);
  await expect(requester.getByText("Its cut-off passed before anybody decided. Nothing was changed.")).toBeVisible();
  await expect(requester.getByRole("link", { name: "Ask again" })).toBeVisible();
  const [found] = await superuser`
    select r.status, l.quantity_ordered::float as quantity from public.change_requests r
    join public.order_lines l on l.id = ${order.lines[0].id} where r.id = ${request.id}`;
  expect(found).toEqual({ status: "expired", quantity: 10 });
});
