import { visit } from "../../support/app.ts";
import { expect, test } from "../../support/browser.ts";
import { connections } from "../../support/connections.ts";
import { mailsTo, refuseMailTo, takeMailAgain, waitForMail } from "../../support/mailbox.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { outboxOf } from "../../support/outbox.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

const deliver = () => visit("/api/cron", { headers: { authorization: `Bearer ${connections.cronSecret}` } });

/** Lets minutes go by for the organization's mail that waits; it comes by itself again in an hour at the earliest. */
const minutesPass = (org: Organization, minutes: number) => superuser`
  update public.notifications set first_attempt_at = first_attempt_at - make_interval(mins => ${minutes}),
    next_attempt_at = now() + interval '1 hour'
  where org_id = ${org.id} and state = 'failed'`;

test("the admin sees that mail fails, sends it again when it can leave, and the warning goes", async ({ pageAs }) => {
  const org = await createOrganization();
  refuseMailTo(org.approver.email);
  const order = await createOrder(org.id);
  const request = await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await expect
    .poll(async () => {
      await deliver();
      return (await outboxOf(request.id))[0]?.state;
    })
    .toBe("failed");

  const page = await pageAs(org.admin);
  const warning = page.getByRole("region", { name: "Mail is failing" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(warning, "not in the first five minutes").toBeHidden();
  await minutesPass(org, 6);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Orders" }).click();
  await expect(warning, "on the next page").toContainText("One mail waits, none is lost");
  await expect(warning).toContainText("451");

  await warning.getByRole("link", { name: "Look at the mail" }).click();
  const row = page.getByRole("row").filter({ hasText: org.approver.email });
  await expect(row).toContainText("Trying again");
  await expect(row).toContainText("This mail server is down for a moment");
  await row.getByRole("button", { name: `Try now to ${org.approver.email}` }).click();
  await expect(row.getByRole("status")).toHaveText("On its way again.");
  await expect.poll(async () => (await outboxOf(request.id))[0]).toMatchObject({ state: "failed", attempts: 1 });
  expect(await mailsTo(org.approver.email)).toHaveLength(0);

  takeMailAgain(org.approver.email);
  await minutesPass(org, 6);
  await page.reload();
  await expect(warning).toBeVisible();
  await row.getByRole("button", { name: `Try now to ${org.approver.email}` }).click();
  await waitForMail(org.approver.email, /^To decide/);
  await expect.poll(async () => (await outboxOf(request.id))[0]?.state).toBe("sent");

  await page.getByRole("navigation", { name: "State" }).getByRole("link", { name: "All" }).click();
  await expect(row).toContainText("Handed over");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Requests" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Requests" })).toBeVisible();
  await expect(warning).toBeHidden();
  expect(await mailsTo(org.approver.email)).toHaveLength(1);
});

test("an address whose mail came back is held, seen on the people page, and cleared by the admin", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const first = await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await expect
    .poll(async () => {
      await deliver();
      return (await outboxOf(first.id))[0]?.state;
    })
    .toBe("sent");
  await superuser`
    select private.record_mail_event(gen_random_uuid()::text, provider_id, 'bounced', true, '550 No such user', now())
    from public.notifications where org_id = ${org.id} and request_id = ${first.id}`;
  const second = await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[1]?.id }]);
  await expect
    .poll(async () => {
      await deliver();
      return (await outboxOf(second.id))[0]?.state;
    })
    .toBe("suppressed");

  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/people`);
  await page
    .getByRole("listitem")
    .filter({ hasText: org.approver.email })
    .getByRole("link", { name: "Mail is held" })
    .click();
  await expect(page.getByRole("row").filter({ hasText: first.reference })).toContainText("Came back");
  await expect(page.getByRole("row").filter({ hasText: second.reference })).toContainText("Held");
  await page.getByRole("button", { name: `Clear… ${org.approver.email}` }).click();
  await page.getByRole("checkbox", { name: /Send what was held/ }).check();
  await page.getByRole("button", { name: "Clear the address" }).click();
  await expect(page.getByText("Held addresses")).toBeHidden();
  await expect.poll(async () => (await outboxOf(second.id))[0]?.state).toBe("sent");
  expect(await mailsTo(org.approver.email)).toHaveLength(2);
});
