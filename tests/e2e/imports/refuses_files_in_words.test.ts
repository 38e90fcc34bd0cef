import { expect, test } from "../../support/browser.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const header = "Order No,Line,Item No.,Qty Ordered,Order Status,Customer";
const row = "SO-1,010,A-1,10,Open,Acme";
const text = (content: string) => Buffer.from(content, "utf8");

/** What a person would bring by mistake, and the sentence that names the place and the next step. */
const files: [string, Buffer, RegExp][] = [
  ["an empty file", text(""), /The file is empty\. Export the open orders again/],
  ["a header and nothing else", text(`${header}\n`), /column names but no rows/],
  ["half a workbook", Buffer.from("504b0304140006000800000021", "hex"), /can’t be opened: it is damaged/],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /This is not a CSV file/],
  [
    "a quote that never ends",
    text(`${header}\n${row}\nSO-2,010,"A-2,10,Open,Acme\n`),
    /opened in line 3 is never closed/,
  ],
  ["the same column twice", text(`${header},Line\n${row},1\n`), /“Line” appears twice.*Rename one/],
  ["one column", text("Order No\nSO-1\n"), /Only one column was found/],
  ["a NUL", text(`${header}\nSO-1,010,A\0,10,Open,Acme\n`), /Line 2 contains a NUL byte/],
  ["broken UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("S\0O\0,\0\n", "latin1")]), /\w+ \w+/],
];

test("a file that is none is refused with the place and the next step, and the next one can be chosen", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/import`);
  for (const [name, buffer, sentence] of files) {
    await page.getByLabel("Choose a file").setInputFiles({ name: `${name}.csv`, mimeType: "text/csv", buffer });
    const alert = page.getByRole("alert").filter({ hasText: `${name}.csv` });
    await expect(alert, name).toContainText(sentence);
    await expect(alert, name).toContainText("Nothing was written.");
  }
  expect(await superuser`select id from public.imports where org_id = ${org.id}`).toHaveLength(0);
});

test("a file of one byte over 50 MB is refused before it is read", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/import`);
  // Made in the browser: the protocol of the test would carry the bytes as text.
  await page.getByLabel("Choose a file").evaluate((input: HTMLInputElement) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1).fill(65)], "big.csv", { type: "text/csv" }));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(page.getByRole("alert").filter({ hasText: "52,428,801 bytes" })).toBeVisible();
});

test("rows with errors are named with row, column and value, and nothing is imported", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/import`);
  const good = Array.from({ length: 20 }, (_, index) => `SO-${index + 10},010,A-${index},10,Open,Acme`).join("\n");
  const content = `${header}\n${good}\n,020,A-2,10,Open,Acme\nSO-3,010,A-3,a dozen,Open,Acme\n`;
  const file = { name: "half-bad.csv", mimeType: "text/csv", buffer: text(content) };
  await page.getByLabel("Choose a file").setInputFiles(file);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(/rows? ha(s an error|ve errors), so nothing can be imported yet/)).toBeVisible();
  await expect(page.getByText("a dozen").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  expect(await superuser`select id from public.orders where org_id = ${org.id}`).toHaveLength(0);

  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Discard the rows" }).click();
  await expect(page.getByText(/^Discarded by Ada Admin/)).toBeVisible();
  expect(await superuser`select row_number from public.import_rows where org_id = ${org.id}`).toHaveLength(0);
});

test("a word nobody mapped is imported locked, and a column can be corrected by hand", async ({ pageAs }) => {
  const org = await createOrganization();
  const page = await pageAs(org.admin);
  await page.goto(`/${org.slug}/import`);
  const content = "Doc,Pos,Thing,How many,State,Who\nSO-1,010,A-1,10,Gone fishing,Acme\n";
  const file = { name: "own-names.csv", mimeType: "text/csv", buffer: text(content) };
  await page.getByLabel("Choose a file").setInputFiles(file);
  const columns = { Doc: "order_number", Pos: "line_number", Thing: "sku", "How many": "quantity_ordered" };
  for (const [column, field] of Object.entries({ ...columns, State: "order_status", Who: "customer" }))
    await page.getByLabel(`Meaning of column ${column}`).selectOption(field);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("no suggestion, choose one")).toBeVisible();
  await page.getByRole("button", { name: "Import anyway" }).click();
  await expect(page.getByText(/^Imported by Ada Admin/)).toBeVisible();
  await page.goto(`/${org.slug}/orders/SO-1`);
  await expect(page.getByRole("region", { name: "Locked" })).toContainText("“Gone fishing”");
});
