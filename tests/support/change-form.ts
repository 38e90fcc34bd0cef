import type { Locator, Page } from "@playwright/test";
import { expect } from "./browser.ts";
import type { Order } from "./order.ts";
import type { Organization } from "./organization.ts";

/** The page on which changes to an order are asked for, ready to be typed into. */
export async function openChangeForm(page: Page, org: Organization, order: Order): Promise<void> {
  await page.goto(`/${org.slug}/orders/${encodeURIComponent(order.number)}/change`);
  await expect(page.getByRole("button", { name: "Send for approval" })).toBeEnabled();
}

export function quantityOf(page: Page, order: Order, position = 1): Locator {
  const name = `Quantity of line ${position}, ${order.lines[position - 1]?.sku}`;
  return page.getByRole("textbox", { name });
}

export async function giveReason(page: Page, reason = "The customer called"): Promise<void> {
  await page.getByLabel("Reason", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("In a few words").fill(reason);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send for approval" }).click();
}

/** A whole request from the form to its page; answers with its reference. */
export async function askFor(page: Page, org: Organization, order: Order, quantity: string): Promise<string> {
  await openChangeForm(page, org, order);
  await quantityOf(page, order).fill(quantity);
  await giveReason(page);
  await send(page);
  await page.waitForURL(/\/requests\/CR-\d{6}$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
