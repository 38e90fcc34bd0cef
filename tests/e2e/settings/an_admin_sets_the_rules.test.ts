import { expect, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

test("mapping a word opens the orders that carry it", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { statusWord: "Pending Fulfillment" });
  await superuser`insert into public.status_words (org_id, word_key, word) values (${org.id}, 'pending fulfillment', 'Pending Fulfillment')`;
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/status-words`);
  await expect(page.getByText("1 word has no stage yet")).toBeVisible();
  await expect(page.getByLabel("Stage of Pending Fulfillment")).toHaveValue("open");
  await page.getByRole("button", { name: "Map" }).click();
  await expect(page.getByText("1 word has no stage yet")).toHaveCount(0);
  const [row] = await superuser`select stage, version from public.orders where id = ${order.id}`;
  expect(row).toMatchObject({ stage: "open", version: 2 });
});

test("a kind of change is locked at a stage, and only that is written", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/locks`);
  await page.getByLabel("Add a line at stage Released").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved as version 1, 1 rule changed")).toBeVisible();
  await expect(page.getByLabel("Add a line at stage Released")).not.toBeChecked();
  const rules = await superuser`select kind, stage, is_locked from public.lock_rules where org_id = ${org.id}`;
  expect([...rules]).toEqual([{ kind: "add_line", stage: "released", is_locked: true }]);
});

test("reasons are added, moved, renamed and retired", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/reasons`);
  await page.getByLabel("New reason").fill("Carrier changed");
  await page.getByRole("button", { name: "Add reason" }).click();
  await expect(page.getByLabel("Reason Carrier changed")).toBeVisible();

  await page.getByRole("button", { name: "Move Carrier changed up" }).click();
  await expect(page.getByRole("textbox").nth(5)).toHaveValue("Carrier changed");
  await page.getByLabel("Reason Carrier changed").fill("Truck changed");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Carrier changed" })
    .getByRole("button", { name: "Rename" })
    .click();
  await expect(page.getByRole("button", { name: "Deactivate Truck changed" })).toBeVisible();
  await page.getByRole("button", { name: "Deactivate Truck changed" }).click();
  await expect(page.getByRole("button", { name: "Reactivate Truck changed" })).toBeVisible();
  const [row] =
    await superuser`select label, active from public.reasons where org_id = ${org.id} and code = 'carrier_changed'`;
  expect(row).toEqual({ label: "Truck changed", active: false });
});

test("roles change, and the only admin stays one", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/people`);
  const finn = page.getByRole("listitem").filter({ hasText: org.fulfillment.email });
  await finn.getByLabel("Requester").check();
  await finn.getByRole("button", { name: "Save" }).click();
  await expect(finn.getByText("Saved", { exact: true })).toBeVisible();

  const ada = page.getByRole("listitem").filter({ hasText: org.admin.email });
  await ada.getByRole("button", { name: "Deactivate" }).click();
  await expect(ada.getByRole("alert")).toContainText("This is the only admin.");
  const rows =
    await superuser`select roles::text[], active from public.members where org_id = ${org.id} and email in ${superuser([org.fulfillment.email, org.admin.email])} order by email`;
  expect([...rows]).toEqual([
    { roles: ["admin"], active: true },
    { roles: ["requester", "fulfillment"], active: true },
  ]);
});

test("the fulfillment mailbox is checked, saved and emptied", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/notifications`);
  const save = page
    .locator("form", { has: page.getByLabel("Fulfillment mailbox") })
    .getByRole("button", { name: "Save" });
  await page.getByLabel("Fulfillment mailbox").fill("dock at example");
  await save.click();
  await expect(page.getByText("Use an address like warehouse@example.com, or leave it empty.")).toBeVisible();
  await expect(page.getByLabel("Fulfillment mailbox")).toHaveValue("dock at example");
  await page.getByLabel("Fulfillment mailbox").fill("Dock@Example.com");
  await save.click();
  await expect(page.getByText("Applied changes go to")).toBeVisible();
  await expect(page.getByLabel("Fulfillment mailbox")).toHaveValue("dock@example.com");
  await page.getByLabel("Fulfillment mailbox").fill("");
  await save.click();
  await expect(page.getByText("Saved. No mailbox is told.")).toBeVisible();
});
