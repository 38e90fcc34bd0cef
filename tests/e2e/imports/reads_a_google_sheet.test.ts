import { randomUUID } from "node:crypto";
import { expect, test } from "../../support/browser.ts";
import { connections } from "../../support/connections.ts";
import { readOrders } from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { startSheetsStandIn } from "../../support/sheets-stand-in.ts";

const header = "Order Number,Line No,SKU,Qty Ordered,Order Status,Customer\n";
const address = (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;

test("a sheet by its link: seen first, saved, imported again with one click; a private one is told apart", async ({
  pageAs,
  allowConsole,
}) => {
  allowConsole(/422/); // the sheet nobody but its owner may read
  const google = await startSheetsStandIn(Number(new URL(connections.sheetsUrl).port));
  try {
    const org = await createOrganization();
    const id = `open-orders-${randomUUID()}`;
    google.put(id, { csv: `${header}SO-1,1,BOLT,10,Open,Acme\n`, name: "Open orders - Sheet1.csv" });
    const page = await pageAs(org.admin);
    await page.goto(`/${org.slug}/import`);
    const link = page.getByLabel("Or paste the link of a Google Sheet");

    const secret = `private-${randomUUID()}`;
    google.put(secret, { redirectTo: "https://accounts.google.com/ServiceLogin" });
    await link.fill(address(secret));
    await page.getByRole("button", { name: "Read the sheet" }).click();
    await expect(page.getByText("The sheet could not be read")).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: /Anyone with the link/ })).toBeVisible();
    await expect(link).toHaveValue(address(secret));

    await link.fill(address(id));
    await page.getByRole("button", { name: "Read the sheet" }).click();
    await page.getByRole("button", { name: "Save the sheet" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Save the sheet" }).click();
    await expect(page.getByText(/is saved$/)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await page.getByRole("button", { name: /^Import( anyway)?$/ }).click();
    await expect(page.getByText(/^Imported by Ada Admin/)).toBeVisible();
    expect((await readOrders(org))["SO-1"]?.lines).toHaveLength(1);

    google.put(id, { csv: `${header}SO-1,1,BOLT,12,Open,Acme\n` });
    await page.goto(`/${org.slug}/import`);
    await page.getByRole("button", { name: /^Import now/ }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await page.getByRole("button", { name: /^Import( anyway)?$/ }).click();
    await expect(page.getByText(/^Imported by Ada Admin/)).toBeVisible();
    expect((await readOrders(org))["SO-1"]?.lines[0]?.quantity).toBe("12");

    await page.goto(`/${org.slug}/import`);
    await page.getByRole("button", { name: /^Import now/ }).click();
    await expect(page.getByText("The sheet is as it was when it was last imported.")).toBeVisible();
    const runs = await superuser`select state from public.sheet_runs where org_id = ${org.id} order by slot`;
    expect(runs.map(({ state }) => state)).toEqual(["waiting", "unchanged"]);
  } finally {
    await google.stop();
  }
});
