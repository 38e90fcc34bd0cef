import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../../support/browser.ts";
import { askFor, quantityOf } from "../../support/change-form.ts";
import { lineOf, readOrder } from "../../support/imports.ts";
import { waitForMail } from "../../support/mailbox.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

async function openQueue(page: Page, org: Organization, view = "mine"): Promise<Locator> {
  await page.goto(`/${org.slug}/queue?view=${view}`);
  const card = page.getByRole("article").first();
  await expect(card).toBeVisible();
  return card;
}

async function askForTwelve() {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(org.requester, order, [change]);
  return { org, order, request };
}

test("the order moved elsewhere: nothing is written until the approver has looked again", async ({ pageAs }) => {
  const { org, order } = await askForTwelve();
  const page = await pageAs(org.approver);
  const card = await openQueue(page, org);
  await superuser`update public.order_lines set quantity_ordered = 6 where id = ${order.lines[1]?.id ?? ""}`;
  await superuser`update public.orders set version = version + 1 where id = ${order.id}`;
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText("Nothing was written yet: the order moved from version 1 to 2");
  expect(lineOf(await readOrder(org, order.number)).quantity).toBe("10");
  await card.getByRole("button", { name: "Approve with version 2" }).click();
  await expect(card).toContainText("is version 3 now");
  expect(lineOf(await readOrder(org, order.number)).quantity).toBe("12");
});

test("the field itself moved: sent back with a note, revised by its author, approved in the next round", async ({
  pageAs,
}) => {
  const { org, order, request } = await askForTwelve();
  const page = await pageAs(org.approver);
  const card = await openQueue(page, org);
  await superuser`update public.order_lines set quantity_ordered = 8 where id = ${order.lines[0].id}`;
  await superuser`update public.orders set version = version + 1 where id = ${order.id}`;
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText("Nothing was written: the order changed under this request");
  const moved = card.getByRole("row").filter({ hasText: "quantity" });
  for (const value of ["10", "8", "12"]) await expect(moved).toContainText(value);
  await expect(card.getByRole("button", { name: /^Approve/ })).toHaveCount(0);
  await card.getByLabel("Note to Carl Requester").fill("It is 8 by now. Still 12?");
  await card.getByRole("button", { name: "Send back" }).click();
  await expect(card).toContainText("Sent back to Carl Requester");

  const mail = await waitForMail(org.requester.email, /sent back|revise/i);
  expect(mail.text).toContain("It is 8 by now. Still 12?");

  const requester = await pageAs(org.requester);
  await requester.goto(`/${org.slug}/requests/${request.reference}`);
  await expect(requester.getByText("It is 8 by now. Still 12?").first()).toBeVisible();
  await requester.getByRole("link", { name: "Revise and send again" }).click();
  await quantityOf(requester, order).fill("13");
  await requester.getByLabel("In a few words").fill("13 it is");
  await requester.getByRole("button", { name: "Send again for approval" }).click();
  await requester.waitForURL(new RegExp(`/requests/${request.reference}$`));

  const again = await openQueue(page, org);
  await expect(again).toContainText("round 2");
  await again.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(again).toContainText("is version 3 now");
  expect(lineOf(await readOrder(org, order.number)).quantity).toBe("13");
});

test("picked before the approval: not written, and only rejecting or sending back is left", async ({ pageAs }) => {
  const { org, order } = await askForTwelve();
  const page = await pageAs(org.approver);
  const card = await openQueue(page, org);
  await superuser`update public.orders set stage = 'picked', version = version + 1 where id = ${order.id}`;
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText("the order moved to version 2, and this can no longer be done");
  await expect(card.getByRole("button", { name: /^Approve/ })).toHaveCount(0);
  await card.getByLabel("Note to Carl Requester").fill("Already picked: create a return.");
  await card.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(card).toContainText("Rejected");
  expect(lineOf(await readOrder(org, order.number)).quantity).toBe("10");
});

test("locked before the approval: the check at the moment of writing says no, and the requester hears why", async ({
  pageAs,
}) => {
  const { org, order } = await askForTwelve();
  const page = await pageAs(org.approver);
  const card = await openQueue(page, org);
  await superuser`
    insert into public.lock_rules (org_id, kind, stage, is_locked) values (${org.id}, 'set_quantity', ${order.stage}, true)`;
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText("Not written: the check at the moment of writing said no");
  expect(lineOf(await readOrder(org, order.number)).quantity).toBe("10");
  await waitForMail(org.requester.email, /^No longer possible/);
});

test("one's own request is shown and says why somebody else has to decide", async ({ pageAs }) => {
  const org = await createOrganization();
  const both = await addMember(org.id, ["requester", "approver"], "Sam Both");
  const order = await createOrder(org.id);
  await submitted(both, order, [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }]);
  const page = await pageAs(both);
  const card = await openQueue(page, org, "all");
  await expect(card).toContainText("You asked for this, so somebody else has to decide it: Priya Approver.");
  await expect(card.getByRole("button", { name: /Approve|Reject|Send back/ })).toHaveCount(0);
});

test("the second of two approvers is told who was first", async ({ pageAs }) => {
  const { org, request } = await askForTwelve();
  const other = await addMember(org.id, ["approver"], "Axel Approver");
  const page = await pageAs(other);
  const card = await openQueue(page, org);
  await decide(org.approver, request, "reject", { note: "Too late for today" });
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText("Priya Approver rejected this");
  await expect(card).toContainText("Your decision was not recorded.");
});

test("a rejection needs a note, and the note reaches the requester", async ({ pageAs }) => {
  const { org, request } = await askForTwelve();
  const page = await pageAs(org.approver);
  const card = await openQueue(page, org);
  await card.getByText("Reject or send back", { exact: true }).click();
  await card.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(card.getByText("Say why, so that the requester knows what to do next.")).toBeVisible();
  await card.getByLabel("Note to Carl Requester").fill("The truck has left <b>already</b>");
  await card.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(card).toContainText("Rejected");
  const mail = await waitForMail(org.requester.email, /reject/i);
  expect(mail.text).toContain("The truck has left <b>already</b>");
  expect(mail.html).toContain("&lt;b&gt;already");

  const requester = await pageAs(org.requester);
  await requester.goto(`/${org.slug}/requests/${request.reference}`);
  await expect(requester.getByText("Rejected by Priya Approver").first()).toBeVisible();
});

test("a requester withdraws, and the line is free again", async ({ pageAs }) => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  const page = await pageAs(org.requester);
  await askFor(page, org, order, "12");
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn by Carl Requester").first()).toBeVisible();
  await askFor(page, org, order, "12");
  await expect(page).toHaveURL(/CR-000002$/);
});
