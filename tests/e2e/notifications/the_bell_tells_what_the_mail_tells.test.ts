import { expect, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { outboxOf } from "../../support/outbox.ts";
import { decide, submitted } from "../../support/requests.ts";

test("the bell counts, the list tells the same facts for ever, and reading is one's own", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id, { customer: "Harbor & Finch" });
  const page = await pageAs(org.requester);
  const main = page.getByRole("navigation", { name: "Main" });
  const bell = page.getByRole("link", { name: /^Notifications/ }).filter({ visible: true });
  await expect(bell).toHaveAccessibleName("Notifications");

  const requests = [];
  for (const line of order.lines.slice(0, 2)) {
    const request = await submitted(org.requester, order, [{ kind: "set_quantity", line_id: line.id, quantity: "12" }]);
    await decide(org.approver, request, "reject", { note: `Not ${request.reference}` });
    requests.push(request);
  }
  await main.getByRole("link", { name: "Orders" }).click();
  await expect(bell).toHaveAccessibleName("Notifications, 2 unread");

  await bell.click();
  await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
  const [first, second] = requests;
  const item = (reference: string | undefined) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("button", { name: `${reference} was rejected`, exact: true }) });
  await expect(item(first?.reference)).toContainText("Harbor & Finch");
  await expect(item(first?.reference)).toContainText(`“Not ${first?.reference}”`);
  await expect(item(first?.reference)).toContainText("10 → 12");

  await item(first?.reference)
    .getByRole("button", { name: /^Mark read/ })
    .click();
  await expect(bell).toHaveAccessibleName("Notifications, 1 unread");
  await page.getByRole("link", { name: /^Unread/ }).click();
  await expect(item(first?.reference)).toHaveCount(0);
  await item(second?.reference)
    .getByRole("button", { name: `${second?.reference} was rejected`, exact: true })
    .click();
  await expect(page).toHaveURL(new RegExp(`/requests/${second?.reference}$`));
  await expect(bell).toHaveAccessibleName("Notifications");

  const approver = await pageAs(org.approver);
  await approver.goto(`/${org.slug}/notifications`);
  await approver.getByRole("button", { name: "Mark all read" }).click();
  await expect(approver.getByRole("button", { name: "Mark all read" })).toBeHidden();
  await expect(approver.getByRole("link", { name: /^Notifications/ }).filter({ visible: true })).toHaveAccessibleName(
    "Notifications",
  );
});

test("what is chosen on the profile page decides what comes by mail", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.requester);
  await page.goto(`/${org.slug}/profile`);
  const choice = page.getByRole("group", { name: "My request was rejected" });
  await expect(choice.getByRole("radio", { name: "At once" })).toBeChecked();
  await choice.getByRole("radio", { name: "Not by mail" }).check();
  await expect(page.getByText("Invitations, sign-in links and new passwords always come by mail")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await page.reload();
  await expect(choice.getByRole("radio", { name: "Not by mail" })).toBeChecked();

  const order = await createOrder(org.id);
  const request = await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await decide(org.approver, request, "reject", { note: "No" });
  expect((await outboxOf(request.id)).map(({ template }) => template)).toEqual(["request_submitted"]);
  await page.goto(`/${org.slug}/notifications`);
  await expect(page.getByRole("button", { name: `${request.reference} was rejected` })).toBeVisible();
});
