import { expect, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, deactivate } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

test("on a phone: a scanned order shows who waits, is marked picked, and locks at once", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { number: "SO-MARK-1" });
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(org.requester, order, [change]);
  const page = await pageAs(org.fulfillment, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto(`/${org.slug}/fulfillment/mark`);
  const number = page.getByRole("textbox", { name: "Order number" });
  await number.fill("so-mark-1");
  await number.press("Enter");
  await expect(page.getByText(`${request.reference} by Carl Requester: line 1`)).toBeVisible();
  // The second line has nothing to do with it.
  await page.getByRole("checkbox", { name: /GADGET-2/ }).check();
  await expect(page.getByText("Nobody is waiting for a change to this.")).toBeVisible();
  await page.getByRole("checkbox", { name: /GADGET-2/ }).uncheck();
  await page.getByRole("button", { name: "Picked" }).tap();
  await expect(page.getByText(`SO-MARK-1 is picked now`)).toContainText(`${request.reference} expired`);
  await expect(page.getByText(/Picked \(marked here by Finn Fulfillment/)).toBeVisible();

  const requester = await pageAs(org.requester);
  await requester.goto(`/${org.slug}/orders/SO-MARK-1/change`);
  await expect(requester.getByText("This order is picked", { exact: false }).first()).toBeVisible();

  await page.getByRole("button", { name: "Take back" }).tap();
  await page.getByRole("textbox", { name: "Why?" }).fill("The wrong pallet");
  await page.getByRole("button", { name: "Take the mark back" }).tap();
  await expect(page.getByText(/marked here by/)).toHaveCount(0);
  const [row] = await superuser`select reached_stage, version from public.orders where id = ${order.id}`;
  expect(row).toEqual({ reached_stage: "open", version: 3 });
});

test("an applied change is undone by a request that is approved; both name each other", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { number: "SO-UNDO-1" });
  const request = await submitted(org.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
    { kind: "remove_line", line_id: order.lines[1]?.id },
  ]);
  await decide(org.approver, request, "approve");
  const page = await pageAs(org.requester);
  await page.goto(`/${org.slug}/requests/${request.reference}`);
  await page.getByRole("link", { name: "Undo this change" }).click();
  await expect(page.getByText("quantity 12 → 10 EA (−2, −$84.00)")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "In a few words" })).toHaveValue(`Undo of ${request.reference}`);
  await page.getByRole("button", { name: "Send for approval" }).click();
  await page.waitForURL(/requests\/CR-000002$/);
  await expect(page.getByText(`Undoes ${request.reference}.`)).toBeVisible();

  // Nobody is left to approve it: the admin is asked, and can open the queue for that.
  await deactivate(org.approver);
  const admin = await pageAs(org.admin);
  await admin.goto(`/${org.slug}/queue`);
  await expect(admin.getByText("1 approved change")).toBeVisible();
  await admin.getByRole("button", { name: "Approve" }).first().click();
  await expect(admin.getByText(/version 3/).first()).toBeVisible();
  await page.goto(`/${org.slug}/requests/${request.reference}`);
  await expect(page.getByText("Undone by CR-000002.")).toBeVisible();
  const lines = await superuser`
    select sku, trim_scale(quantity_ordered)::text as quantity from public.order_lines
    where order_id = ${order.id} and removed_at is null order by position`;
  expect(lines).toEqual([
    { sku: "WIDGET-1", quantity: "10" },
    { sku: "GADGET-2", quantity: "5" },
  ]);
});
