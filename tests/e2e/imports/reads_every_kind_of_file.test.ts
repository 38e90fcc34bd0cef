import { utils, write } from "@e965/xlsx";
import type { Page } from "@playwright/test";
import { expect, test } from "../../support/browser.ts";
import { readOrders } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";

const csv = (name: string, content: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content, "utf8") });

async function choose(page: Page, org: Organization, ...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.goto(`/${org.slug}/import`);
  await page.getByLabel("Choose a file").setInputFiles(files);
}

async function importIt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /^Import( anyway)?$/ }).click();
  await expect(page.getByText(/^Imported by Ada Admin/)).toBeVisible();
}

test("a workbook: the sheet with the lines, zeros in front, real dates; the next one is read like it", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  const sheet = utils.aoa_to_sheet([
    ["Open orders"],
    [],
    ["Order No", "Customer", "Item No.", "Qty Ordered", "Need by"],
    ["SO-1", "Käfer", { t: "n", v: 123, z: "00000" }, 10.5, { t: "n", v: 55_153, z: "dd.mm.yyyy" }],
    ["SO-2", "Acme", "1E5", 2, { t: "n", v: 55_154, z: "dd.mm.yyyy" }],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Made by the warehouse"]]), "Cover");
  utils.book_append_sheet(book, sheet, "Lines");
  const buffer = Buffer.from(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  const file = { name: "open-orders.xlsx", mimeType: "application/octet-stream", buffer };

  await choose(page, org, file);
  await expect(page.getByText("Rows 1 to 2 stand above the column names")).toBeVisible();
  await expect(
    page.getByText("5 rows: 2 order lines, 2 above the column names, 1 with the column names."),
  ).toBeVisible();
  await importIt(page);
  const orders = await readOrders(org);
  expect(orders["SO-1"]).toMatchObject({ shipDate: "2050-12-31", lines: [{ sku: "00123", quantity: "10.5" }] });
  expect(orders["SO-2"]).toMatchObject({ lines: [{ sku: "1E5", quantity: "2" }] });

  await choose(page, org, file);
  await expect(page.getByText("Read like “open-orders” before")).toBeVisible();
});

test("a file that can't tell asks exactly one question, and the next one none", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  const rows = (day: string) =>
    `Order No,Line,SKU,Qty,Need by,Status\nSO-1,1,A,10,${day}/10/2099,Open\nSO-1,2,B,5,${day}/10/2099,Open\n`;
  await choose(page, org, csv("dates.csv", rows("09")));
  const questions = page.getByRole("group").filter({ has: page.getByRole("radio") });
  await expect(questions).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Continue" })).toBeDisabled();
  await page.getByRole("radio", { name: /Day first/ }).check();
  await importIt(page);
  expect((await readOrders(org))["SO-1"]?.shipDate).toBe("2099-10-09");

  await choose(page, org, csv("dates-2.csv", rows("08")));
  await expect(page.getByText("Read like “dates” before")).toBeVisible();
  await expect(questions).toHaveCount(0);
  await importIt(page);
  expect((await readOrders(org))["SO-1"]?.shipDate).toBe("2099-10-08");
});

test("orders and items in two files; items without an order are left out only by a person", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  const orders = csv("orders.csv", "Order No,Customer,Order Status\nSO-1,Acme,Open\nSO-2,Bolt,Open\n");
  const items = csv("items.csv", "Order No,Line,SKU,Qty\nSO-1,1,A,10\nSO-1,2,B,5\nSO-2,1,A,1\nSO-9,1,C,1\n");
  await choose(page, org, items, orders);
  await expect(page.getByText("1 item is without an order: leave them out?")).toBeVisible();
  await page.getByRole("radio", { name: /Leave them out/ }).click();
  await expect(page.getByText(/Orders and items belong together where “Order No”/)).toBeVisible();
  await importIt(page);
  const read = await readOrders(org);
  expect(Object.keys(read)).toEqual(["SO-1", "SO-2"]);
  expect(read["SO-1"]?.lines.map(({ sku }) => sku)).toEqual(["A", "B"]);
});

test("a system is recognised, can be denied, and an earlier way of reading comes back", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  const content =
    "SalesOrderNumber,LineNumber,ItemNumber,LineDescription,OrderedSalesQuantity,SalesUnitSymbol,SalesPrice,RequestedShippingDate,ConfirmedShippingDate,SalesOrderLineStatus\n" +
    "SO-7,1,D1,Crate,10,ea,9.5,2099-11-30,1900-01-01,Open order\n";
  await choose(page, org, csv("lines.csv", content));
  await expect(page.getByText("Dynamics 365 sales order lines").first()).toBeVisible();
  await expect(page.getByLabel("Meaning of column RequestedShippingDate")).toHaveValue("line_requested_ship_date");
  await importIt(page);

  await choose(page, org, csv("lines.csv", content.replace(",10,", ",12,")));
  await page.getByLabel("Meaning of column LineDescription").selectOption("");
  await importIt(page);
  await page.goto(`/${org.slug}/import/sources`);
  await expect(page.getByText("Description is no longer read (it was “LineDescription”).")).toBeVisible();
  await page.getByRole("form", { name: "Use version 1 of lines" }).getByRole("button").click();
  await expect(page.getByRole("form", { name: "Use version 2 of lines" })).toBeVisible();
  await choose(page, org, csv("lines.csv", content));
  await expect(page.getByLabel("Meaning of column LineDescription")).toHaveValue("description");
  await expect(page.getByText(/are those of version 1, saved by Ada Admin/)).toBeVisible();
  await page.getByRole("button", { name: "Not this system?" }).click();
  await expect(page.getByRole("button", { name: "Not this system?" })).toHaveCount(0);
});
