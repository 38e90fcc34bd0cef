import { expect, test } from "../../support/browser.ts";
import { askFor, giveReason, openChangeForm, quantityOf, send } from "../../support/change-form.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

async function requestsOf(org: Organization): Promise<number> {
  return (await superuser`select id from public.change_requests where org_id = ${org.id}`).length;
}

test("a double click is one request", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await quantityOf(page, order).fill("12");
  await giveReason(page);
  await page.getByRole("button", { name: "Send for approval" }).dblclick();
  await page.waitForURL(/\/requests\/CR-000001$/);
  expect(await requestsOf(org)).toBe(1);
});

test("a lost answer: the form keeps everything, and sending again gets the first answer", async ({
  pageAs,
  allowConsole,
}) => {
  allowConsole(/Failed to load resource|net::ERR_FAILED/);
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await quantityOf(page, order).fill("12");
  await giveReason(page, "Two more, please");
  // The request reaches the server and is recorded; its answer never reaches the page.
  await page.route("**/change", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await send(page);
  await expect(page.getByText(/No answer came back/)).toBeVisible();
  expect(await requestsOf(org)).toBe(1);
  await expect(quantityOf(page, order)).toHaveValue("12");
  await expect(page.getByLabel("In a few words")).toHaveValue("Two more, please");

  await page.unroute("**/change");
  await send(page);
  await page.waitForURL(/\/requests\/CR-000001$/);
  expect(await requestsOf(org)).toBe(1);
});

test("a lost answer and a reload: the draft is back, and sending it again makes no second request", async ({
  pageAs,
  allowConsole,
}) => {
  allowConsole(/Failed to load resource|net::ERR_FAILED/);
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await quantityOf(page, order, 2).fill("7");
  await giveReason(page);
  await page.route("**/change", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await send(page);
  await expect(page.getByText(/No answer came back/)).toBeVisible();
  await page.unroute("**/change");
  await page.reload();
  await send(page);
  await page.waitForURL(/\/requests\/CR-000001$/);
  expect(await requestsOf(org)).toBe(1);
});

test("the back button after sending does not send it again", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await askFor(page, org, order, "12");
  await page.goBack();
  await expect(page.getByRole("button", { name: "Send for approval" })).toBeVisible();
  await send(page);
  await expect(page).toHaveURL(/\/change$/);
  expect(await requestsOf(org)).toBe(1);
});

test("what is missing is said where it is missing, and nothing typed is lost", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await send(page);
  await expect(page.getByText("Nothing is changed yet.").first()).toBeVisible();
  await expect(page.getByText("Choose a reason.").first()).toBeVisible();

  const bad = ["0", "-1", "1.0000001", "NaN", "1e309", "12 boxes", ""];
  for (const text of bad) {
    await quantityOf(page, order).fill(text);
    await giveReason(page, "Because");
    await send(page);
    await expect(quantityOf(page, order)).toHaveAttribute("aria-invalid", "true");
    await expect(quantityOf(page, order)).toHaveValue(text);
    await expect(page.getByLabel("In a few words")).toHaveValue("Because");
  }
  await quantityOf(page, order).fill("12");
  await page.getByLabel("Requested ship date of the order").fill("2020-01-01");
  await send(page);
  await expect(page.getByLabel("Requested ship date of the order")).toHaveAttribute("aria-invalid", "true");
  expect(await requestsOf(org)).toBe(0);
});

test("a session that ended mid-form: sign in, come back, send what was typed", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await quantityOf(page, order).fill("12");
  await giveReason(page, "Typed before the session ended");
  await page.context().clearCookies();
  await send(page);
  await expect(page.getByText("Your session has ended, so nothing was sent")).toBeVisible();
  expect(await requestsOf(org)).toBe(0);

  await page.getByRole("link", { name: "Sign in and come back here" }).click();
  await page.getByLabel("E-mail").fill(org.requester.email);
  await page.getByLabel("Password").fill(org.requester.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/change$/);
  await expect(quantityOf(page, order)).toHaveValue("12");
  await expect(page.getByLabel("In a few words")).toHaveValue("Typed before the session ended");
  await send(page);
  await page.waitForURL(/\/requests\/CR-000001$/);
});
