import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../../support/browser.ts";
import { importFile, lineOf, readOrder } from "../../support/imports.ts";
import { addMember, createOrganization } from "../../support/organization.ts";
import { decide, submitted } from "../../support/requests.ts";

const row = { order: "SO-1", status: "Open", date: "2099-01-05", customer: "Acme", note: "=1+1" };

test("two people export at once: one file tells the change, the other is told so; and it can be had again", async ({
  pageAs,
}) => {
  const org = await createOrganization();
  await importFile(org, [
    { ...row, line: "1", sku: "BOLT", qty: "10" },
    { ...row, line: "2", sku: "NUT", qty: "5" },
  ]);
  const order = await readOrder(org, "SO-1");
  const change = { kind: "set_quantity", line_id: lineOf(order).id, quantity: "12" };
  await decide(org.approver, await submitted(org.requester, order, [change]), "approve");

  const pages = [await pageAs(org.admin), await pageAs(await addMember(org.id, ["admin"], "Anna Admin"))] as const;
  for (const page of pages) {
    await page.goto(`/${org.slug}/export`);
    await expect(page.getByText("1 approved request is not in the source system yet")).toBeVisible();
  }
  const files: string[] = [];
  for (const page of pages)
    page.on("download", async (download) => files.push(readFileSync(await download.path(), "utf8")));
  await Promise.all(pages.map((page) => page.getByRole("button", { name: "Export updates" }).click()));
  const told = await Promise.all(pages.map(answerOf));
  expect(told.sort()).toEqual(["Export 1 is ready", "There is nothing to export"]);
  await expect.poll(() => files).toHaveLength(1);
  expect(files[0]).toContain("SO-1,1,BOLT,12,,Open,2099-01-05,Acme,");
  expect(files[0]).not.toContain("NUT");

  const [page] = pages;
  await page.reload();
  const history = page.getByRole("table", { name: "Exports" });
  await expect(history.getByRole("link", { name: "CR-000001" })).toBeVisible();
  const again = page.waitForEvent("download");
  await history.getByRole("link", { name: /CSV/ }).click();
  expect(readFileSync(await (await again).path(), "utf8")).toBe(files[0]);
});

async function answerOf(page: Page): Promise<string> {
  const answer = page.getByText(/^(Export 1 is ready|There is nothing to export)/).first();
  await expect(answer).toBeVisible();
  return /^(Export 1 is ready|There is nothing to export)/.exec((await answer.textContent()) ?? "")?.[0] ?? "";
}
