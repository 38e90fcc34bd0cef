import { expect, test } from "vitest";
import { ask, askAs } from "../../support/ask.ts";
import { inDays } from "../../support/days.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

const remind = (request: { id: string }) =>
  askAs("service_role", "remind_to_acknowledge", { p_request_id: request.id });

/** A change written yesterday to an order that leaves today, so many minutes from now; the site works every day. */
async function applied(minutes: number) {
  const org = await createOrganization();
  const order = await createOrder(org.id, { shipDate: inDays(9) });
  const request = await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await decide(org.approver, request, "approve");
  // The cut-off as a wall clock in a zone that moves with the test: no midnight comes between now and then.
  await superuser`
    update public.sites set work_days = '{1,2,3,4,5,6,7}', ship_cutoff = '12:00',
      time_zone = (
        select z.name from pg_timezone_names z
        where z.name like 'Etc/GMT%' and extract(hour from now() at time zone z.name) = 9 limit 1
      )
    where org_id = ${org.id}`;
  await superuser`
    update public.sites s set ship_cutoff = date_trunc('minute', (now() at time zone s.time_zone) + make_interval(mins => ${minutes}))::time
    where s.org_id = ${org.id}`;
  await superuser`
    update public.orders o set requested_ship_date = (now() at time zone s.time_zone)::date
    from public.sites s where s.org_id = o.org_id and o.id = ${order.id}`;
  await superuser`update public.change_requests set closed_at = now() - interval '1 day' where id = ${request.id}`;
  return { org, order, request };
}

const told = async (request: { id: string }) => {
  const rows = await superuser<{ email: string }[]>`
    select recipient_email as email from public.notifications
    where request_id = ${request.id} and template = 'request_unacknowledged' order by 1`;
  return rows.map(({ email }) => email);
};
const isFound = async (request: { id: string }) => {
  const [row] = await superuser`
    select exists (select from private.find_late_acknowledgements(1000) f where f.request_id = ${request.id}) as found`;
  return row?.found;
};
const people = (org: Organization) => [org.admin.email, org.approver.email, org.fulfillment.email].sort();

test("shortly before the cut-off the floor, the approver and the admins are told, once", async () => {
  const { org, request } = await applied(110);
  expect(await isFound(request)).toBe(true);
  const answers = await Promise.all(Array.from({ length: 10 }, () => remind(request)));
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([...Array(9).fill("nothing"), "reminded"]);
  expect(await told(request)).toEqual(people(org));
  expect(await isFound(request)).toBe(false);
  const entries = await superuser`
    select actor_id, after -> 'people' as people from public.audit_entries
    where request_id = ${request.id} and action = 'change.unacknowledged'`;
  expect(entries).toEqual([{ actor_id: null, people: ["Ada Admin", "Finn Fulfillment", expect.any(String)] }]);
});

test("nobody is told while there is time, of what was seen, and of what has left", async () => {
  const early = await applied(150);
  const seen = await applied(60);
  await ask(seen.org.fulfillment.userId, "acknowledge_changes", {
    p_org: seen.org.id,
    p_request_ids: [seen.request.id],
  });
  const gone = await applied(60);
  await superuser`update public.orders set stage = 'shipped' where id = ${gone.order.id}`;
  const fresh = await applied(60);
  await superuser`update public.change_requests set closed_at = now() where id = ${fresh.request.id}`;
  for (const { request } of [early, seen, gone, fresh]) {
    expect(await isFound(request)).toBe(false);
    expect(await remind(request)).toEqual({ outcome: "nothing" });
    expect(await told(request)).toEqual([]);
  }
});

test("how long before is the organization's to say", async () => {
  const { org, request } = await applied(150);
  const set = (minutes: number | null) =>
    ask(org.admin.userId, "set_deadline_rules", {
      p_org: org.id,
      p_remind_minutes: 120,
      p_escalate_minutes: 30,
      p_acknowledge_minutes: minutes,
    });
  expect(await set(4)).toMatchObject({ code: "PT422", reason: "invalid_minutes" });
  expect(await set(null)).toMatchObject({ outcome: "saved" });
  expect(await remind(request)).toEqual({ outcome: "nothing" });
  expect(await set(160)).toMatchObject({ outcome: "saved" });
  expect(await remind(request)).toMatchObject({ outcome: "reminded" });
  expect(await told(request)).toEqual(people(org));
});
