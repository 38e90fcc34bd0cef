import { readFileSync } from "node:fs";
import { expect, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

test("the trail tells a change in sentences, filters by order, verifies and downloads", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(org.requester, order, [change]);
  await decide(org.approver, request, "approve");
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/audit`);

  await page.getByLabel("Order").fill(order.number);
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/order=/);
  await expect(
    page.getByText(`Carl Requester asked for 1 change to ${order.number} (${request.reference})`),
  ).toBeVisible();
  await expect(page.getByText("Ada Admin set up the organization")).toHaveCount(0);

  const changed = page.getByText(`${order.number} went from version 1 to 2 with 1 change from ${request.reference}`);
  await changed.click();
  await expect(page.getByText("12 EA (+2, +$84.00)").first()).toBeVisible();

  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByRole("status").filter({ hasText: "All 4 entries are unbroken" })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "JSON" }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), "utf8")) as { entries: { action: string }[] };
  expect(file.entries.map(({ action }) => action)).toEqual(["request.submitted", "request.applied", "order.changed"]);
});

test("a tampered entry is named and shown", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  // Only somebody past the application and its roles can do this.
  await superuser.begin(async (sql) => {
    await sql`alter table public.audit_entries disable trigger audit_entries_are_never_changed`;
    await sql`update public.audit_entries set actor_name = 'Mallory' where org_id = ${org.id} and seq = 2`;
    await sql`alter table public.audit_entries enable always trigger audit_entries_are_never_changed`;
  });
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/audit`);
  await page.getByRole("button", { name: "Verify the chain" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Entry 2 doesn't fit the chain" });
  await expect(alert).toBeVisible();
  await expect(alert.getByText(`Mallory asked for 1 change to ${order.number}`)).toBeVisible();
});

test("half a head is refused and what was typed stays", async ({ organization, pageAs }) => {
  const page = await pageAs(organization.admin);
  await page.goto(`/${organization.slug}/audit`);
  await page.getByText("Compare with a head noted down earlier").click();
  await page.getByLabel("Entry", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByText("Paste the hash that belongs to that entry.")).toBeVisible();
  await expect(page.getByLabel("Entry", { exact: true })).toHaveValue("1");
});

test("the trail is for admins", async ({ organization, pageAs, allowConsole }) => {
  allowConsole(/40[34]/); // the page itself, and the icon that an error page does not name
  const page = await pageAs(organization.approver);
  await page.goto(`/${organization.slug}/audit`);
  await expect(page.getByRole("heading", { name: "Your role doesn't include this page" })).toBeVisible();
  expect((await page.request.get(`/${organization.slug}/audit/download?format=json`)).status()).toBe(403);
});
