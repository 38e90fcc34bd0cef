import { expect, test } from "../../support/browser.ts";
import { waitForMail } from "../../support/mailbox.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { createPerson, password } from "../../support/people.ts";
import { submitted } from "../../support/requests.ts";

function linkIn(text: string, path: string): string {
  const [link] = new RegExp(`https?://[^\\s"]+${path}[^\\s"]*`).exec(text) ?? [];
  if (!link) throw new Error(`No link to ${path} in: ${text}`);
  return link;
}

test("an admin invites an approver, who joins from the mail and approves their first request", async ({
  pageAs,
  page,
}) => {
  const org = await createOrganization();
  const email = `nora.${crypto.randomUUID().slice(0, 8)}@example.test`;
  const admin = await pageAs(org.admin);
  await admin.goto(`/${org.slug}/settings/people`);
  const form = admin
    .getByRole("region", { name: "Invite somebody" })
    .or(admin.locator("section", { hasText: "Invite somebody" }))
    .first();
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Name").fill("Nora Newcomer");
  await form.getByLabel("Requester").uncheck();
  await form.getByLabel("Approver").check();
  await form.getByRole("button", { name: "Send invitation" }).click();
  await expect(admin.getByText(`An invitation is on its way to ${email}`)).toBeVisible();
  await expect(admin.getByText(email, { exact: false }).first()).toBeVisible();

  const mail = await waitForMail(email, /invites you to/);
  const link = linkIn(mail.text, "/invite/");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: `Join ${org.name}` })).toBeVisible();
  await page.getByLabel("Your name").fill("Nora Approver");
  await page.getByLabel("Choose a password").fill("short");
  await page.getByRole("button", { name: "Accept and join" }).click();
  await expect(page.getByText("Use at least 10 characters")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Nora Approver");
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: "Accept and join" }).click();
  await page.waitForURL(`**/${org.slug}`);

  const order = await createOrder(org.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(org.requester, order, [change]);
  await page.goto(`/${org.slug}/queue`);
  const card = page.getByRole("article").filter({ hasText: request.reference });
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText(/is version 2 now/);

  // The link has done its work, for everybody.
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation doesn't work" })).toBeVisible();
});

test("somebody with an account signs in first; with another account they are told so", async ({ page, pageAs }) => {
  const org = await createOrganization();
  const person = await createPerson("Otto Owner");
  const admin = await pageAs(org.admin);
  await admin.goto(`/${org.slug}/settings/people`);
  await admin.getByLabel("E-mail").first().fill(person.email);
  await admin.getByRole("button", { name: "Send invitation" }).click();
  const link = linkIn((await waitForMail(person.email, /invites you to/)).text, "/invite/");
  const other = await pageAs(org.requester);
  await other.goto(link);
  await expect(other.getByText("this invitation is for another address")).toBeVisible();
  await page.goto(link);
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Your name").fill("Otto Owner");
  await page.getByRole("button", { name: "Accept and join" }).click();
  await page.waitForURL(`**/${org.slug}`);
});
