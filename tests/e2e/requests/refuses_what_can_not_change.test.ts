import { act } from "../../support/app.ts";
import { expect, test } from "../../support/browser.ts";
import { giveReason, openChangeForm, quantityOf, send } from "../../support/change-form.ts";
import { readOrder } from "../../support/imports.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

test("a picked order is refused before typing, and by the database when somebody goes around the page", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { statusWord: "Picked" });
  const page = await pageAs(org.requester);
  await page.goto(`/${org.slug}/orders/${order.number}`);
  await expect(page.getByText("This order is picked, so its lines and dates stay as they are")).toBeVisible();
  await page.goto(`/${org.slug}/orders/${order.number}/change`);
  await expect(page.getByRole("textbox", { name: "Ships to" })).toBeEnabled();
  await expect(page.getByRole("textbox", { name: /^Quantity of line/ })).toHaveCount(0);

  const before = await readOrder(org, order.number);
  const forged = await act(
    "submitRequest",
    {
      org: org.slug,
      order_id: order.id,
      base_version: String(order.version),
      changes: JSON.stringify([{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }]),
      reason_code: "customer_request",
      reason: "Around the page",
      idempotency_key: crypto.randomUUID(),
    },
    { as: org.requester },
  );
  expect(forged.answer).toMatchObject({ ok: true, data: { outcome: "refused", problems: [{ code: "order_locked" }] } });
  expect(await readOrder(org, order.number)).toEqual(before);

  // The attempt is evidence: the requester sees it among their own, refused and with the reason.
  await page.goto(`/${org.slug}/requests/CR-000001`);
  await expect(page.getByText("Refused by the check")).toBeVisible();
});

test("what is picked of a line is said before typing, and less is refused in the form", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { statusWord: "Released", lines: [{ picked: "4" }, {}] });
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await expect(page.getByText("You can change 6 of 10: 4 are picked.").first()).toBeVisible();
  await expect(page.getByText("It can't be removed or replaced.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: `Remove line 1, ${order.lines[0].sku}` })).toHaveCount(0);
  await quantityOf(page, order).fill("3");
  await giveReason(page);
  await send(page);
  await expect(quantityOf(page, order)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(/4 .*picked.*return/i).first()).toBeVisible();
  await quantityOf(page, order).fill("4");
  await send(page);
  await page.waitForURL(/\/requests\/CR-000001$/);
});

test("a packed order takes no change at all", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { statusWord: "Packed" });
  const page = await pageAs(org.requester);
  await page.goto(`/${org.slug}/orders/${order.number}`);
  await expect(page.getByRole("region", { name: "Locked" })).toContainText("This order is packed");
  await expect(page.getByRole("link", { name: "Request a change" })).toHaveCount(0);
  await page.goto(`/${org.slug}/orders/${order.number}/change`);
  await expect(page.getByText("This order is packed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send for approval" })).toHaveCount(0);
});

test("picked while somebody types: the check says no, and what was typed stays", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await quantityOf(page, order).fill("12");
  await giveReason(page, "They need two more by Friday");
  await superuser`update public.orders set stage = 'picked', status_word = 'Picked' where id = ${order.id}`;
  await send(page);
  await expect(page.getByText("The check said no, so nothing was sent for approval")).toBeVisible();
  await expect(quantityOf(page, order)).toHaveValue("12");
  await expect(page.getByLabel("In a few words")).toHaveValue("They need two more by Friday");
  await expect(page.getByRole("link", { name: "Open CR-000001" })).toBeVisible();
});

test("the same change twice is a duplicate that names the first", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  // Somebody else's request arrives while this form is open.
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const { reference } = await submitted(org.requester, order, [change]);
  await quantityOf(page, order).fill("12");
  await giveReason(page);
  await send(page);
  await expect(page.getByText("This has already been asked for")).toBeVisible();
  await expect(page.getByRole("link", { name: `Open ${reference}` }).first()).toBeVisible();

  await quantityOf(page, order).fill("15");
  await send(page);
  await expect(page.getByText("Somebody already asks for a part of this")).toBeVisible();
  await expect(quantityOf(page, order)).toHaveValue("15");

  // Once the page knows, the field is held before anybody types; the rest of the order stays open.
  await page.evaluate(() => sessionStorage.clear());
  await openChangeForm(page, org, order);
  await expect(quantityOf(page, order)).toHaveCount(0);
  await expect(quantityOf(page, order, 2)).toBeVisible();
});

test("the order moves while somebody types: they see what moved and send on the new version", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await openChangeForm(page, org, order);
  await quantityOf(page, order, 2).fill("8");
  await giveReason(page);
  await superuser`update public.order_lines set quantity_ordered = 11 where id = ${order.lines[0].id}`;
  await superuser`update public.orders set version = version + 1 where id = ${order.id}`;
  await send(page);
  await expect(page.getByText("version 2").first()).toBeVisible();
  await expect(quantityOf(page, order, 2)).toHaveValue("8");
  expect(await superuser`select id from public.change_requests where org_id = ${org.id}`).toHaveLength(0);
  await page.getByRole("button", { name: /version 2/ }).click();
  await send(page);
  await page.waitForURL(/\/requests\/CR-000001$/);
});
