// Remakes the pictures of the README from a running demo: `npm run demo`, then `npm run screenshots` beside it. What it
// types it doesn't send, and what it uploads it discards, so the orders of the demo stay as they are.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findChromium } from "./chromium.ts";
import { connections } from "./connections.ts";
import { nextMorningFile } from "./next-morning-file.ts";
import { type Session, sessionOf } from "./session.ts";

const folder = join(import.meta.dirname, "../../public/screenshots");
const { url } = connections;
const home = `${url}/northwind`;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(await findChromium());
try {
  await queue(await pageOf(browser, await signIn("priya")));
  await form(await pageOf(browser, await signIn("carl")));
  const admin = await signIn("ada");
  await audit(await pageOf(browser, admin));
  await importPreview(await pageOf(browser, admin), await nextMorningFile(admin.token));
} finally {
  await browser.close();
}

async function queue(page: Page) {
  await page.goto(`${home}/queue`, { waitUntil: "networkidle" });
  await picture(page, "queue-light");
}

async function form(page: Page) {
  await page.goto(`${home}/orders/SO-48279/change`, { waitUntil: "networkidle" });
  const free = page.getByRole("group", { name: /^Line 6,/ });
  const quantity = free.getByRole("textbox", { name: /quantity/i });
  await quantity.fill(String(Number(await quantity.inputValue()) - 4));
  await page
    .getByRole("group", { name: /^Line 5,/ })
    .getByRole("button", { name: /^Remove/ })
    .click();
  await page.getByLabel("Reason").selectOption({ label: "Customer asked for it" });
  await page.getByLabel("In a few words").fill("Calloway called: fewer bins, and no shelf this time.");
  await picture(page, "form-light");
}

async function importPreview(page: Page, file: string) {
  await page.goto(`${home}/import`, { waitUntil: "networkidle" });
  const upload = { name: "open-orders-tuesday.csv", mimeType: "text/csv", buffer: Buffer.from(file) };
  await page.locator('input[type="file"]').setInputFiles(upload);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Discard" }).waitFor();
  await page.waitForLoadState("networkidle");
  // From what the file holds down to what it changes.
  await page
    .getByRole("heading", { name: "What the file holds" })
    .evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 36));
  await picture(page, "import-light");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Discard the rows" }).click();
  await page
    .getByText(/^Discarded/)
    .first()
    .waitFor();
}

async function audit(page: Page) {
  await page.goto(`${home}/audit`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await page.getByText(/entries are unbroken/).waitFor();
  await picture(page, "audit-light");
}

function signIn(name: string): Promise<Session> {
  return sessionOf({ email: `${name}@northwind.test`, password: "demo-demo-demo" });
}

async function pageOf(browser: Browser, { cookies }: Session): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url, httpOnly: true, sameSite: "Lax" as const })));
  return await context.newPage();
}

async function picture(page: Page, name: string) {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  process.stdout.write(`${name}.png ${Math.ceil(statSync(path).size / 1024)} KB\n`);
}
