import { visit } from "../../support/app.ts";
import { expect, signIn, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, deactivate } from "../../support/organization.ts";
import { createPerson } from "../../support/people.ts";

test("the way back after signing in is the page that was asked for", async ({ page }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  await page.goto(`/${org.slug}/orders/${order.number}?from=mail`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(org.requester.email);
  await page.getByLabel("Password").fill(org.requester.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/${org.slug}/orders/${order.number}?from=mail`);
});

test("signing out ends the session, and the back button shows nothing", async ({ page }) => {
  const org = await createOrganization();
  await createOrder(org.id, { customer: "Harbor Lane" });
  await signIn(page, org.requester);
  await page.goto(`/${org.slug}/orders`);
  await expect(page.getByText("Harbor Lane").first()).toBeVisible();
  const cookies = await page.context().cookies();
  await page
    .getByRole("button", { name: /Account menu/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goBack();
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText("Harbor Lane")).toHaveCount(0);
  expect((await page.context().cookies()).filter(({ name }) => name.startsWith("session"))).toEqual([]);
  for (const cookie of cookies.filter(({ name }) => name.startsWith("session")))
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("a person of two organizations switches between them, and the start page remembers", async ({ page }) => {
  const [first, second] = [await createOrganization(), await createOrganization()];
  const person = await createPerson("Wanda Wanderer");
  await addMember(first.id, ["requester"], person);
  await addMember(second.id, ["approver"], person);
  await signIn(page, person);
  await page.goto(`/${first.slug}`);
  await expect(page.getByRole("link", { name: "Queue" })).toHaveCount(0);
  await page
    .getByRole("button", { name: /Organization:/ })
    .first()
    .click();
  await page.getByRole("link", { name: second.name }).click();
  await page.waitForURL(`**/${second.slug}`);
  await expect(page.getByRole("link", { name: "Queue" }).first()).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(new RegExp(`/${second.slug}$`));
});

test("a member who is deactivated is out with the next click", async ({ pageAs, allowConsole }) => {
  allowConsole(/404/);
  const org = await createOrganization();
  await createOrder(org.id, { customer: "Harbor Lane" });
  const page = await pageAs(org.requester);
  await page.goto(`/${org.slug}/orders`);
  await expect(page.getByText("Harbor Lane").first()).toBeVisible();
  await deactivate(org.requester);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This page doesn't exist" })).toBeVisible();
  expect((await visit(`/${org.slug}/orders`, { as: org.requester })).status).toBe(404);
});
