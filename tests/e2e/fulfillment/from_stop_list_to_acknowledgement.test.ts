import { expect, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

test("on a phone: a line appears on the stop list by itself, is approved elsewhere, and is acknowledged by its slip", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { number: "SO-FLOOR-1" });
  const page = await pageAs(org.fulfillment, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto("/");
  await page.getByRole("link", { name: "Fulfillment" }).tap();
  await expect(page.getByText("Nothing to leave out")).toBeVisible();

  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(org.requester, order, [change]);
  await expect(page.getByText(request.reference)).toBeVisible();
  await expect(page.getByText("quantity 10 → 12 EA (+2, +$84.00)")).toBeVisible();

  await decide(org.approver, request, "approve");
  await expect(page.getByText("Nothing to leave out")).toBeVisible();
  await page.getByRole("link", { name: /^To acknowledge\s*1$/ }).tap();
  await expect(page.getByText("quantity 10 → 12 EA (+2, +$84.00)")).toBeVisible();

  const number = page.getByRole("textbox", { name: "Order number" });
  await number.fill("SO-FLOOR-2");
  await number.press("Enter");
  await expect(page.getByText("There is no order SO-FLOOR-2.")).toBeVisible();
  await expect(number).toHaveValue("SO-FLOOR-2");
  await number.fill("so-floor-1");
  await number.press("Enter");
  await expect(page.getByText("Acknowledged 1 change on SO-FLOOR-1.")).toBeVisible();
  await expect(page.getByText("Every change was seen")).toBeVisible();
  const [row] = await superuser`select acknowledged_by from public.change_requests where id = ${request.id}`;
  expect(row).toEqual({ acknowledged_by: org.fulfillment.memberId });
});

test("many at once, and somebody who was faster is named", async ({ pageAs }) => {
  const org = await createOrganization();
  const requests = [];
  for (const number of ["SO-A", "SO-B", "SO-C"]) {
    const order = await createOrder(org.id, { number });
    const request = await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
    await decide(org.approver, request, "approve");
    requests.push(request);
  }
  const page = await pageAs(org.fulfillment);
  await page.goto(`/${org.slug}/fulfillment/changes`);
  await page.getByRole("button", { name: "Acknowledge what is ticked" }).click();
  await expect(page.getByText("Tick at least one change.")).toBeVisible();
  await page.getByLabel(/^SO-A/).check();
  await page.getByLabel(/^SO-C/).check();
  await page.getByRole("button", { name: "Acknowledge what is ticked" }).click();
  await expect(page.getByText("Acknowledged 2 changes on 2 orders.")).toBeVisible();
  await expect(page.getByLabel(/^SO-/)).toHaveCount(1);

  const approver = await pageAs(org.approver);
  await approver.goto(`/${org.slug}/requests/${requests[0]?.reference}`);
  await expect(approver.getByText(/^Acknowledged by Finn Fulfillment/)).toBeVisible();
  await approver.goto(`/${org.slug}/orders/SO-B`);
  await expect(approver.getByText(/not acknowledged by fulfillment/)).toBeVisible();
});
