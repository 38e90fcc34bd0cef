import { visit } from "../../support/app.ts";
import { expect, test } from "../../support/browser.ts";
import { connections } from "../../support/connections.ts";
import { mailsTo, refuseMailTo, takeMailAgain, waitForMail } from "../../support/mailbox.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, type Organization } from "../../support/organization.ts";
import { outboxOf } from "../../support/outbox.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

const deliver = () => visit("/api/cron", { headers: { authorization: `Bearer ${connections.cronSecret}` } });

/** Lets minutes go by for mail that failed; it is not tried again by itself before an hour is over. */
const minutesPass = (org: Organization, minutes: number) => superuser`
  update public.notifications set first_attempt_at = first_attempt_at - make_interval(mins => ${minutes}),
    next_attempt_at = now() + interval '1 hour'
  where org_id = ${org.id} and state = 'failed'`;

/** Lets the hours of all attempts but the last go by. */
const lastAttemptIsDue = (org: Organization) => superuser`
  update public.notifications set attempts = 9, next_attempt_at = now() - interval '1 day'
  where org_id = ${org.id} and state = 'failed'`;

test("an admin sees that mail fails and why, sends what was given up again, and each mail arrives once", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const second = await addMember(org.id, ["approver"], "Dee Deputy");
  const addresses = [org.approver.email, second.email];
  refuseMailTo(...addresses);
  const order = await createOrder(org.id);
  const request = await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  const statesAre = (state: string) =>
    expect
      .poll(async () => {
        await deliver();
        return (await outboxOf(request.id)).map((mail) => mail.state);
      })
      .toEqual([state, state]);
  await statesAre("failed");

  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}`);
  const warning = page.getByRole("region", { name: "Mail is failing" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(warning, "not in the first five minutes").toBeHidden();
  await minutesPass(org, 6);
  await page.reload();
  await expect(warning).toContainText("2 mails wait, none is lost");
  await expect(warning).toContainText("451");

  await warning.getByRole("link", { name: "Look at the mail" }).click();
  const row = page.getByRole("row").filter({ hasText: org.approver.email });
  await expect(row).toContainText("Trying again");
  await expect(row).toContainText("This mail server is down for a moment");
  await row.getByRole("button", { name: `Try now to ${org.approver.email}` }).click();
  await expect(page.getByText(`${org.approver.email}: on its way again.`)).toBeVisible();
  await expect.poll(async () => (await outboxOf(request.id)).map(({ state }) => state)).toEqual(["failed", "failed"]);
  await minutesPass(org, 6);
  await lastAttemptIsDue(org);
  await statesAre("dead");
  await page
    .getByRole("navigation", { name: "State" })
    .getByRole("link", { name: /^Given up/ })
    .click();
  await expect(row).toContainText("Given up");
  await expect(row).toContainText("This mail server is down for a moment");
  await expect(warning).toBeVisible();

  takeMailAgain(...addresses);
  await row.getByRole("button", { name: `Send again to ${org.approver.email}` }).click();
  await expect(page.getByText(`${org.approver.email}: on its way again.`)).toBeVisible();
  await waitForMail(org.approver.email, /^To decide/);
  await page.getByRole("button", { name: "Send all 1 given up again…" }).click();
  await page.getByRole("button", { name: "Send them again" }).click();
  await expect(page.getByText("One mail on the way again.")).toBeVisible();
  await waitForMail(second.email, /^To decide/);
  await statesAre("sent");

  await page.goto(`/${org.slug}/settings/mail`);
  await expect(page.getByRole("row").filter({ hasText: "Handed over" })).toHaveCount(2);
  await expect(warning).toBeHidden();
  for (const address of addresses) expect(await mailsTo(address)).toHaveLength(1);
});
