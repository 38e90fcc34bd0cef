import { expect, test } from "../../support/browser.ts";
import { giveReason, openChangeForm, send } from "../../support/change-form.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

const referenceOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? "";

test("another address and the rest of a line, from the form to the order", async ({ pageAs }) => {
  const org = await createOrganization();
  await createOrder(org.id, { shipMethod: "Next day air" });
  const order = await createOrder(org.id, {
    statusWord: "Picking",
    shipTo: "12 Old Rd\nDayton, OH 45404",
    shipMethod: "Ground",
    lines: [
      { sku: "WIDGET-9", picked: "6" },
      { sku: "GADGET-2", picked: "0" },
    ],
  });
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await page.getByLabel("Ships to").fill("4 New St\nDayton, OH 45404");
  await page.getByLabel("Ship method").fill("Next day air");
  await expect(page.locator("datalist option[value='Next day air']")).toHaveCount(1);
  // Where nothing is picked there is no rest to close, and where something is there is no removing.
  await expect(page.getByRole("button", { name: "Close the rest of line 2" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove line 1" })).toHaveCount(0);
  await page.getByRole("button", { name: "Close the rest of line 1, WIDGET-9" }).click();
  await expect(page.getByText("It can't be cancelled as a whole")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel the whole order" })).toBeDisabled();

  const asked = page.getByRole("status", { name: "What you ask for" });
  await expect(asked).toContainText("ship to 12 Old Rd, Dayton, OH 45404 → 4 New St, Dayton, OH 45404");
  await expect(asked).toContainText("close 4 open of 10 EA (6 are picked, −$168.00)");
  await giveReason(page);
  await send(page);
  await page.waitForURL(/\/requests\/CR-\d{6}$/);

  const approver = await pageAs(org.approver);
  await approver.goto(`/${org.slug}/requests/${referenceOf(page.url())}`);
  await expect(approver.getByRole("table", { name: "Changes" })).toContainText("4 New St");
  await expect(approver.getByRole("table", { name: "Changes" })).toContainText("6 EA, the rest closed");
  await approver.getByRole("button", { name: "Approve" }).click();
  await expect(approver.getByText("Applied").first()).toBeVisible();
  const [row] = await superuser`
    select o.ship_to, o.ship_method, o.version, array(
      select trim_scale(l.quantity_ordered)::text from public.order_lines l where l.order_id = o.id order by l.position) as quantities
    from public.orders o where o.id = ${order.id}`;
  expect(row).toEqual({
    ship_to: "4 New St\nDayton, OH 45404",
    ship_method: "Next day air",
    version: 2,
    quantities: ["6", "10"],
  });
});

test("cancelling everything is asked twice, sent alone, and ends the order", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await page.getByLabel("Ships to").fill("4 New St");
  await page.getByRole("button", { name: "Cancel the whole order" }).click();
  await expect(page.getByText("2 lines, $630.00?")).toBeVisible();
  await page.getByRole("button", { name: "No, keep it" }).click();
  await page.getByRole("button", { name: "Cancel the whole order" }).click();
  await page.getByRole("button", { name: "Yes, cancel the whole order" }).click();
  await expect(page.getByText("Whatever else you typed is kept here, but not sent with it.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Lines" })).toHaveCount(0);

  // The way back leaves everything as it was typed.
  await page.getByRole("button", { name: "Keep the order" }).click();
  await expect(page.getByLabel("Ships to")).toHaveValue("4 New St");
  await page.getByRole("button", { name: "Cancel the whole order" }).click();
  await page.getByRole("button", { name: "Yes, cancel the whole order" }).click();
  await expect(page.getByRole("status", { name: "What you ask for" })).toContainText(
    "cancel the order (2 lines, $630.00)",
  );
  await giveReason(page, "They called it all off");
  await send(page);
  await page.waitForURL(/\/requests\/CR-\d{6}$/);

  const approver = await pageAs(org.approver);
  await approver.goto(`/${org.slug}/requests/${referenceOf(page.url())}`);
  await approver.getByRole("button", { name: "Approve" }).click();
  await expect(approver.getByText("Applied").first()).toBeVisible();
  const [row] = await superuser`select stage, status_word, version from public.orders where id = ${order.id}`;
  expect(row).toEqual({ stage: "cancelled", status_word: "Cancelled", version: 2 });
  await page.goto(`/${org.slug}/orders/${order.number}`);
  await expect(page.getByText("This order is cancelled")).toBeVisible();
});

test("what is not possible says why before anybody types", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.requester);

  const picked = await createOrder(org.id, { statusWord: "Picked", shipTo: "12 Old Rd", shipMethod: "Ground" });
  await openChangeForm(page, org, picked);
  await expect(page.getByText("This order is picked, so its lines and dates stay as they are")).toBeVisible();
  await expect(page.getByLabel("Ships to")).toBeEnabled();
  await expect(page.getByText("It can't be cancelled as a whole: the order is picked.")).toBeVisible();

  const packed = await createOrder(org.id, { shipTo: "12 Old Rd", shipMethod: "Ground", lines: [{ packed: "1" }, {}] });
  await openChangeForm(page, org, packed);
  await expect(page.getByLabel("Ships to")).toHaveCount(0);
  await expect(
    page.getByText("The address stays: a part of the order is already packed or has left.", { exact: true }).last(),
  ).toBeVisible();

  const asked = await createOrder(org.id);
  const request = await submitted(org.requester, asked, [{ kind: "cancel_order" }]);
  await openChangeForm(page, org, asked);
  await expect(page.getByText(`Not while ${request.reference} by ${org.requester.name} is open`)).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Quantity of line/ })).toHaveCount(0);
});
