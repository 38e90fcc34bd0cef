import type { Page } from "@playwright/test";
import { findBarriers } from "../../support/barriers.ts";
import { expect, test } from "../../support/browser.ts";
import { createOrder } from "../../support/order.ts";
import { addMember } from "../../support/organization.ts";
import { createFilledTeam, type FilledTeam } from "../../support/place.ts";
import { decide, submitted } from "../../support/requests.ts";

const pages = (team: FilledTeam) => {
  const { slug, order, request, importId } = team.place;
  return [
    `/${slug}`,
    `/${slug}/orders`,
    `/${slug}/orders?q=nothing-like-this`,
    `/${slug}/orders/${order}`,
    `/${slug}/orders/${order}/change`,
    `/${slug}/requests?view=all`,
    `/${slug}/requests/${request}`,
    `/${slug}/queue`,
    `/${slug}/fulfillment`,
    `/${slug}/fulfillment/changes`,
    `/${slug}/fulfillment/mark?order=${order}`,
    `/${slug}/import`,
    `/${slug}/import/sources`,
    `/${slug}/import/${importId}`,
    `/${slug}/export`,
    `/${slug}/audit`,
    `/${slug}/settings/status-words`,
    `/${slug}/settings/api-keys`,
    `/${slug}/settings/approvals`,
    `/${slug}/settings/locks`,
    `/${slug}/settings/formats`,
    `/${slug}/settings/sites`,
    `/${slug}/settings/setup`,
    `/${slug}/settings/setup/system`,
    `/${slug}/settings/setup/words`,
    `/${slug}/settings/setup/formats`,
    `/${slug}/settings/setup/sites`,
    `/${slug}/settings/setup/approval`,
    `/${slug}/settings/setup/summary`,
    `/${slug}/settings/reasons`,
    `/${slug}/settings/notifications`,
    `/${slug}/settings/people`,
  ];
};

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const script = `"><img src=x onerror="hacked=1"><script>hacked=1</script>`;

/** A team with something on every page, long and hostile texts in it, and a person who may see them all. */
async function setUp() {
  const team = await createFilledTeam({
    number: `SO-LONG-2026-12345 "><img src=x onerror="hacked=1">`,
    customer: `Wholesale & Retail Distribution Company of the Greater Northern Territories ${script}`,
    customerPo: "PO-45009012510000-REVISION-12",
    lines: [
      { sku: "WIDGET-WITH-A-LONG-CODE-000123-XL", description: `${"A widget ".repeat(12)}${script}` },
      { picked: "4" },
      {},
    ],
  });
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await decide(team.approver, request, "return", { note: "Which one?" });
  const everybody = await addMember(team.id, ["requester", "approver", "fulfillment", "admin"], "Eve Everybody");
  return { team, everybody };
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("sign-in has no barrier that axe can find", async ({ page }) => {
  await page.goto("/sign-in");
  expect(await barriers(page, "/sign-in")).toEqual([]);
});

for (const half of [0, 1]) {
  test(`no page has a barrier in either theme, is wider than a phone, or runs what a text says; part ${half + 1}`, async ({
    pageAs,
  }) => {
    test.setTimeout(600_000);
    const { team, everybody } = await setUp();
    const page = await pageAs(everybody);
    const found: string[] = [];
    const titles = new Set<string>();
    for (const path of pages(team).filter((_, index) => index % 2 === half)) {
      await page.setViewportSize(desk);
      await open(page, path);
      found.push(...(await barriers(page, path)), ...(await misfits(page, path)));
      titles.add(await page.title());
    }
    expect(found).toEqual([]);
    expect(titles.size).toBeGreaterThan(10);
  });
}

/** Everything in light, and in dark once more what the theme changes. */
async function barriers(page: Page, path: string): Promise<string[]> {
  const light = await findBarriers(page);
  await page.evaluate(async () => {
    document.documentElement.dataset.theme = "dark";
    // Half-way from one colour to the other nothing can be read: what fades is waited for.
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
  const dark = await findBarriers(page, { rules: ["color-contrast"] });
  return [light, dark].flatMap((found, theme) =>
    found.map(({ rule, html }) => `${path} (${["light", "dark"][theme]}): ${rule}: ${html}`),
  );
}

/** What is wrong with the page on a phone, and with its one heading. */
async function misfits(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize(phone);
  const { width, headings, isHacked } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    headings: document.querySelectorAll("h1").length,
    isHacked: "hacked" in window,
  }));
  return [
    ...(width > phone.width ? [`${path}: ${width} px wide on a phone`] : []),
    ...(headings === 1 ? [] : [`${path}: ${headings} headings of the first level`]),
    ...(isHacked ? [`${path}: ran what a text says`] : []),
  ];
}

test("an order is found, changed and sent with the keyboard alone", async ({ pageAs }) => {
  const { team, everybody } = await setUp();
  const order = await createOrder(team.id, { number: "SO-KEYS" });
  const page = await pageAs(everybody);
  await page.goto(`/${team.slug}/orders`);
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(order.number);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/orders\/SO-KEYS$/);
  await page.getByRole("link", { name: "Request a change" }).press("Enter");
  await page.waitForURL(/\/change$/);
  const quantity = page.getByRole("textbox", { name: "Quantity of line 1, WIDGET-1" });
  await quantity.focus();
  await page.keyboard.press("ArrowUp");
  await expect(quantity).toHaveValue("11");
  await page.getByLabel("Reason", { exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByLabel("In a few words").focus();
  await page.keyboard.type("One more");
  await page.getByRole("button", { name: "Send for approval" }).press("Enter");
  await page.waitForURL(/\/requests\/CR-\d+$/);
});
