import { expect, test } from "../../support/browser.ts";
import { saveRules } from "../../support/lock-table.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

test("an edit is tried on the open orders and on one of them, saved as a version, and taken back", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { number: "SO-4711", lines: [{ picked: "4" }, { sku: "GADGET-2" }] });
  await createOrder(org.id, { statusWord: "Released" });
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/locks`);
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();

  await page.getByLabel("Order to look at").fill("4711");
  await page.getByRole("button", { name: "Look" }).click();
  const looked = page.getByRole("region", { name: "What could be changed on SO-4711" });
  await expect(looked.getByText("with the table as it is saved")).toBeVisible();
  await expect(looked.getByText("4 are picked, so it can't be removed or replaced.")).toBeVisible();

  // Before anything is saved: what it would do.
  await page.getByLabel("Change a quantity at stage Open").uncheck();
  await expect(page.getByText("1 open order would be locked by these edits")).toBeVisible();
  await expect(looked.getByText("with your unsaved edits")).toBeVisible();
  await expect(looked.getByText("Change a quantity: locked(locks)")).toHaveCount(2);
  expect(await superuser`select from public.lock_rules where org_id = ${org.id}`).toHaveLength(0);

  await page.getByRole("button", { name: "Save 1 rule" }).click();
  await expect(page.getByText("Saved as version 1, 1 rule changed")).toBeVisible();
  await expect(page.getByLabel("Change a quantity at stage Open")).not.toBeChecked();
  await expect(looked.getByText("with the table as it is saved")).toBeVisible();
  const rules = await superuser`select kind, stage, is_locked from public.lock_rules where org_id = ${org.id}`;
  expect([...rules]).toEqual([{ kind: "set_quantity", stage: "open", is_locked: true }]);

  await page.getByRole("button", { name: "Restore version 0" }).click();
  await expect(page.getByText("brought version 0 back")).toBeVisible();
  await expect(page.getByLabel("Change a quantity at stage Open")).toBeChecked();
  const [lock] = await superuser`
    select private.line_lock(o, l, 'set_quantity') as code from public.orders o join public.order_lines l on l.order_id = o.id
    where o.id = ${order.id} and l.position = 2`;
  expect(lock).toEqual({ code: null });
});

test("who saves on top of somebody else's version keeps the edits and sees both", async ({ pageAs }) => {
  const org = await createOrganization();
  const other = await addMember(org.id, ["admin"], "Dana Second");
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/settings/locks`);
  await page.getByLabel("Add a line at stage Released").uncheck();
  await saveRules({ id: org.id, admin: other }, { kind: "remove_line", stage: "released", is_locked: true });

  await page.getByRole("button", { name: "Save 1 rule" }).click();
  await expect(page.getByText("Dana Second saved version 1")).toBeVisible();
  await expect(page.getByLabel("Remove a line at stage Released")).not.toBeChecked();
  await expect(page.getByLabel("Add a line at stage Released")).not.toBeChecked();
  await page.getByRole("button", { name: "Save 1 rule" }).click();
  await expect(page.getByText("Saved as version 2, 1 rule changed")).toBeVisible();
  const rules =
    await superuser`select kind from public.lock_rules where org_id = ${org.id} and is_locked order by kind`;
  expect([...rules]).toEqual([{ kind: "remove_line" }, { kind: "add_line" }]);
});

test("picked has a box for what is written on the box alone", async ({ pageAs, organization }) => {
  const page = await pageAs(organization.admin);
  await page.goto(`/${organization.slug}/settings/locks`);
  await expect(page.getByLabel("Change the address at stage Picked")).toBeChecked();
  await expect(page.getByLabel("Cancel the whole order at stage Picking")).not.toBeChecked();
  await expect(page.getByLabel("Change a quantity at stage Picked")).toHaveCount(0);
  await expect(page.getByLabel("Change the address at stage Packed")).toHaveCount(0);
});
