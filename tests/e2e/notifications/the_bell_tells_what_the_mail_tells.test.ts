import { expect, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { decide, submitted } from "../../support/requests.ts";

test("the bell counts, the list tells the same facts, and what is read is read for oneself alone", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const second = await addMember(org.id, ["approver"], "Dee Deputy");
  const order = await createOrder(org.id, { customer: "Harbor & Finch" });
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(org.requester, order, [change]);

  const page = await pageAs(org.approver);
  await page.goto(`/${org.slug}/requests`);
  const bell = page.getByRole("link", { name: /^Notifications/ }).filter({ visible: true });
  await expect(bell).toHaveAccessibleName("Notifications, 1 unread");
  await bell.click();
  await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
  const told = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: `Carl Requester asks to change ${order.number}`, exact: true }) });
  await expect(told).toContainText("Harbor & Finch");
  await expect(told).toContainText("10 → 12");
  await told.getByRole("button", { name: /^Mark read/ }).click();
  await expect(bell).toHaveAccessibleName("Notifications");

  // The other approver was told the same and has read nothing yet.
  const elsewhere = await pageAs(second);
  await elsewhere.goto(`/${org.slug}/notifications`);
  await expect(elsewhere.getByRole("link", { name: /^Unread 1/ })).toBeVisible();

  await decide(org.approver, request, "reject", { note: "Out of stock until May" });
  const asking = await pageAs(org.requester);
  await asking.goto(`/${org.slug}/notifications`);
  await asking.getByRole("button", { name: `${request.reference} was rejected`, exact: true }).click();
  await expect(asking).toHaveURL(new RegExp(`/requests/${request.reference}$`));
  await expect(asking.getByText("Out of stock until May").first()).toBeVisible();
});
