import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../../support/browser.ts";
import { connections } from "../../support/connections.ts";
import { inDays } from "../../support/days.ts";
import { lineOf, readOrder } from "../../support/imports.ts";
import { waitForMail } from "../../support/mailbox.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";

const sample = join(import.meta.dirname, "../../../public/samples/open-orders.csv");
const number = "SO-10440"; // entered; its second line is 10 × BLT-38-2 at 11.75 each

test("the main job: a file comes in, a change is asked for, approved, told, proven and goes out", async ({
  pageAs,
}) => {
  test.setTimeout(600_000);
  const org = await createOrganization();
  const admin = await pageAs(org.admin);
  await test.step("the admin imports the morning's file", () => importSample(admin, org));
  const before = await readOrder(org, number);

  const requester = await pageAs(org.requester);
  await test.step("the requester finds the order and asks", () => askForChanges(requester, org));
  await expect(requester.getByRole("heading", { level: 1 })).toContainText("CR-000001");
  expect(await readOrder(org, number)).toEqual(before);

  const approver = await pageAs(org.approver);
  await test.step("the approver reads the difference and approves", () => approve(approver, org));

  const after = await readOrder(org, number);
  expect(after.version).toBe(before.version + 1);
  expect(after.shipDate).toBe(inDays(40));
  expect(lineOf(after, 2).quantity).toBe("12");
  expect(after.lines.filter(({ removed }) => removed)).toEqual([
    { ...lineOf(before, 3), quantity: "0", removed: true },
  ]);
  expect(lineOf(after, 1)).toMatchObject(lineOf(before, 1));

  await test.step("everybody has their mail", () => readMails(org));
  await requester.reload();
  await expect(requester.getByText("Approved by Priya Approver: written as version 2").first()).toBeVisible();

  await test.step("the trail tells it and is unbroken", () => readTrail(admin, org));
  await test.step("the clean updates go out in the file's own columns", () => exportUpdates(admin, org));
});

async function importSample(page: Page, org: Organization): Promise<void> {
  await page.goto(`/${org.slug}/import`);
  await page.getByLabel("Choose a file").setInputFiles(sample);
  await expect(page.getByLabel("Meaning of column Order No")).toHaveValue("order_number");
  await expect(page.getByLabel("Meaning of column Qty Ordered")).toHaveValue("quantity_ordered");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("This file can be imported")).toBeVisible({ timeout: 30_000 });
  // Words this organization has not met are suggested, and a person's to say.
  await expect(page.getByLabel("Stage of “Entered”")).toHaveValue("open");
  await page.getByLabel("Stage of “Credit Hold”").selectOption({ label: "On hold" });
  await page.getByRole("button", { name: "Save these stages" }).click();
  await expect(page.getByText("All of them have a stage")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/^Imported by Ada Admin/)).toBeVisible({ timeout: 30_000 });
}

async function askForChanges(page: Page, org: Organization): Promise<void> {
  await page.goto(`/${org.slug}/orders`);
  await page.getByRole("searchbox").fill("10440");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { name: number })).toBeVisible();
  await expect(page.getByText("Everything can change.").first()).toBeVisible();
  await page.getByRole("link", { name: "Request a change" }).click();

  await page.getByRole("textbox", { name: "Quantity of line 2, BLT-38-2" }).fill("12");
  await page.getByRole("button", { name: "Remove line 3, OVN-900" }).click();
  await page.getByLabel("Requested ship date of the order").fill(inDays(40));
  await expect(page.getByText("+$23.50").first()).toBeVisible();
  await page.getByLabel("Reason", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("In a few words").fill("Delgado called: two more plates, no oven");
  await page.getByRole("button", { name: "Send for approval" }).click();
  await page.waitForURL(/\/requests\/CR-000001$/);
}

async function approve(page: Page, org: Organization): Promise<void> {
  await page.goto(`/${org.slug}/queue`);
  const card = page.getByRole("article").filter({ hasText: "CR-000001" });
  await expect(card).toContainText("10 → 12 BOX (+2, +$23.50)");
  await expect(card).toContainText("OVN-900");
  await expect(card).toContainText("Delgado called: two more plates, no oven");
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(card).toContainText(`Approved: ${number} is version 2 now`);
}

async function readMails(org: Organization): Promise<void> {
  const asked = await waitForMail(org.approver.email, /CR-000001/);
  expect(asked.text).toContain(`${connections.url}/${org.slug}/requests/CR-000001`);
  for (const person of [org.requester, org.fulfillment]) {
    const told = await waitForMail(person.email, /^Changed/);
    expect(told.subject).toContain(number);
    expect(told.text).toMatch(/10 → 12/);
    expect(told.text).toContain("OVN-900");
  }
}

async function readTrail(page: Page, org: Organization): Promise<void> {
  await page.goto(`/${org.slug}/audit?order=${number}`);
  await expect(page.getByText(`Carl Requester asked for 3 changes to ${number} (CR-000001)`)).toBeVisible();
  await expect(page.getByText(`${number} went from version 1 to 2 with 3 changes from CR-000001`)).toBeVisible();
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByText(/All \d+ entries are unbroken/)).toBeVisible();
}

async function exportUpdates(page: Page, org: Organization): Promise<void> {
  await page.goto(`/${org.slug}/export`);
  await expect(page.getByText("approved request is not in the source system yet")).toBeVisible();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export updates" }).click();
  const text = readFileSync(await (await saved).path(), "utf8");
  const [header, ...rows] = text
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/);
  expect(header).toBe(
    readFileSync(sample, "utf8")
      .replace(/^\ufeff/, "")
      .split(/\r?\n/)[0],
  );
  // The order's own date moved, which a flat file repeats on every line, so all lines that are left are told.
  expect(rows.every((row) => row.startsWith(number))).toBe(true);
  expect(rows.find((row) => row.includes("BLT-38-2"))).toMatch(/,12,/);
  await expect(page.getByText("Export 1 is ready")).toBeVisible();
  await page.reload();
  await expect(page.getByText("No approved change is waiting")).toBeVisible();
}
