import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../../support/browser.ts";
import { importFile, readOrders } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

const header = "ORDER,LINE,SKU,QTY,PICKED,STATUS,DATE,CUSTOMER,NOTE";
const line = (order: string, qty: string, status = "Open", sku = "BOLT") =>
  `${order},1,${sku},${qty},0,${status},2099-06-01,Acme,x`;
const file = (...lines: string[]) => Buffer.from(`${[header, ...lines].join("\n")}\n`, "utf8");

/** What the source wrote yesterday. */
const yesterday = (org: Organization) =>
  importFile(
    org,
    [
      ["SO-1", "Open"],
      ["SO-2", "Picked"],
      ["SO-3", "Open"],
    ].map(([order, status]) => ({
      order: order ?? "",
      line: "1",
      sku: "BOLT",
      qty: "10",
      picked: "0",
      status: status ?? "",
      date: "2099-06-01",
      customer: "Acme",
      note: "x",
    })),
  );

async function choose(page: Page, org: Organization, buffer: Buffer): Promise<void> {
  await page.goto(`/${org.slug}/import`);
  await page.getByLabel("Choose a file").setInputFiles({ name: "open-orders.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
}

const importButton = (page: Page) => page.getByRole("button", { name: "Import", exact: true });

test("the next morning's file: conflicts are seen, what may be a mistake is asked, a missing order is closed; all of it is undone", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  await yesterday(org);
  const before = await readOrders(org);
  const [asked] = await superuser<{ id: string; version: number; line: string }[]>`
    select o.id, o.version, l.id as line from public.orders o join public.order_lines l on l.order_id = o.id
    where o.org_id = ${org.id} and o.order_number = 'SO-1'`;
  if (!asked) throw new Error("SO-1 is not there.");
  const request = await submitted(org.requester, asked as never, [
    { kind: "set_quantity", line_id: asked.line, quantity: "14" },
  ]);

  const page = await pageAs(org.admin);
  await choose(page, org, file(line("SO-1", "12"), line("SO-2", "10"), line("SO-4", "3")));
  const rows = page.getByRole("table", { name: "Rows of the file" });
  await expect(rows).toContainText(`${request.reference} asks to change this`);
  await expect(rows.getByRole("link", { name: `Open ${request.reference}` })).toBeVisible();
  await page.getByRole("link", { name: /^All rows/ }).click();
  await expect(rows.getByRole("row")).toHaveCount(4);
  await page.getByRole("searchbox").fill("so-4");
  await expect(rows.getByRole("row")).toHaveCount(2);

  await page.getByRole("button", { name: "Close SO-3" }).click();
  await expect(page.getByText("0 left as they are, 1 to be closed")).toBeVisible();
  await expect(page.getByText("1 order goes back to an earlier stage")).toBeVisible();
  await importButton(page).click();
  await expect(page.getByText("Nothing was imported: say yes to this first")).toBeVisible();
  await page.getByLabel("Take it back to that stage").check();
  await importButton(page).click();
  await expect(page.getByText(/^Imported by Ada Admin/)).toBeVisible();
  const after = await readOrders(org);
  expect(after["SO-1"]?.lines[0]?.quantity).toBe("12");
  expect([after["SO-2"]?.stage, after["SO-3"]?.stage, after["SO-4"]?.stage]).toEqual(["open", "closed", "open"]);

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText(/^Undone by Ada Admin/)).toBeVisible();
  const again = await readOrders(org);
  for (const number of ["SO-1", "SO-2", "SO-3"])
    expect(again[number]).toMatchObject({ stage: before[number]?.stage, lines: before[number]?.lines });
  expect(again["SO-4"]?.stage).toBe("cancelled");
});

test("what somebody changed since is not undone, and named", async ({ pageAs }) => {
  const org = await createOrganization();
  await yesterday(org);
  await superuser`update public.orders set version = version + 1 where org_id = ${org.id} and order_number = 'SO-2'`;
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/import`);
  await page.getByRole("link", { name: /^1 · orders\.csv/ }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText("Nothing was undone")).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("link", { name: "SO-2" })).toBeVisible();
  expect((await readOrders(org))["SO-2"]?.stage).toBe("picked");
});

test("errors are corrected in place, or in the error file that comes back as the source's own", async ({ pageAs }) => {
  const org = await createOrganization();
  await yesterday(org);
  const page = await pageAs(org.admin);
  const wrong = file(
    line("SO-1", "a dozen"),
    line("SO-2", "10", "Picked"),
    line("SO-5", "a dozen"),
    line("SO-6", "1", "Open", ""),
  );
  await choose(page, org, wrong);
  await expect(page.getByText("3 rows have errors, so nothing can be imported yet")).toBeVisible();

  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the error file" }).click();
  const text = readFileSync(await (await saved).path(), "utf8").replace(/^\ufeff/, "");
  const [head, ...lines] = text.trimEnd().split("\n");
  expect(head).toBe(`${header},_error`);
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain("QTY: This is not a number. (“a dozen”)");
  expect(lines[1]).toBe(`${line("SO-2", "10", "Picked")},`);

  // Here: every "a dozen" at once, then the empty SKU.
  const rows = page.getByRole("table", { name: "Rows of the file" });
  const first = rows.getByRole("row").filter({ hasText: "SO-1" });
  await first.getByText("Correct it here").click();
  await first.getByRole("textbox", { name: "QTY in row 2" }).fill("12");
  await first.getByLabel("Wherever this column says “a dozen”").check();
  await first.getByRole("button", { name: "Correct" }).click();
  await expect(page.getByText("1 row has an error, so nothing can be imported yet")).toBeVisible();
  const last = rows.getByRole("row").filter({ hasText: "SO-6" });
  await last.getByText("Correct it here").click();
  await last.getByRole("textbox", { name: "SKU in row 5" }).fill("NUT");
  await last.getByRole("button", { name: "Correct" }).click();
  await expect(page.getByText("This file can be imported")).toBeVisible();
  await expect(page.getByText("Ada Admin corrected SKU in row 5: “” → “NUT”")).toBeVisible();

  // There: the file with its last column, corrected in a spreadsheet.
  const mended = text.replaceAll("a dozen", "12").replace("SO-6,1,,1", "SO-6,1,NUT,1");
  await choose(page, org, Buffer.from(mended, "utf8"));
  await expect(page.getByText("This file can be imported")).toBeVisible();
  await importButton(page).click();
  await expect(page.getByText(/^Imported by Ada Admin/)).toBeVisible();
  const orders = await readOrders(org);
  expect([orders["SO-1"]?.lines[0]?.quantity, orders["SO-6"]?.lines[0]?.sku]).toEqual(["12", "NUT"]);
  // One source: it was recognized as the file it came from.
  expect(await superuser`select id from public.import_sources where org_id = ${org.id}`).toHaveLength(1);
});

test("a column that means something else is read again without choosing the file again", async ({ pageAs }) => {
  const org = await createOrganization();
  await yesterday(org);
  const page = await pageAs(org.admin);
  await choose(page, org, file(line("SO-1", "10")));
  const first = page.url();
  await page.getByText("Read the file differently").click();
  await page.getByLabel("Column", { exact: true }).selectOption({ label: "SKU (now: SKU)" });
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByText("SKU needs a column. Choose another meaning.")).toBeVisible();
  await page.getByLabel("Column", { exact: true }).selectOption({ label: "NOTE (now: nothing)" });
  await page.getByLabel("Its meaning").selectOption({ label: "Customer PO" });
  await page.getByRole("button", { name: "Read again" }).click();
  await page.waitForURL((url) => /\/import\/[0-9a-f-]{36}$/.test(url.pathname) && url.href !== first);
  await expect(page.getByRole("table", { name: "Rows of the file" })).toContainText("Customer PO empty → x");
});
