import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildDirectory } from "../../support/app.ts";
import { findBarriers } from "../../support/barriers.ts";
import { expect, test } from "../../support/browser.ts";
import { createFilledTeam } from "../../support/place.ts";

/** Matches the addresses of the build's scripts that have a text in them. */
function scriptsWith(text: string): (url: URL) => boolean {
  const folder = join(buildDirectory, "static/chunks");
  const names = readdirSync(folder).filter(
    (name) => name.endsWith(".js") && readFileSync(join(folder, name), "utf8").includes(text),
  );
  return ({ pathname }) => names.some((name) => pathname.endsWith(`/${name}`));
}

test("the keyboard alone finds an order, a request and a page, and the focus comes back where it was", async ({
  pageAs,
}) => {
  const team = await createFilledTeam({ number: "SO-PALETTE", customer: "Harbor Lane" });
  const { slug, request } = team.place;
  const page = await pageAs(team.requester);
  const palette = page.getByRole("dialog", { name: "Search or go to" });
  const field = palette.getByRole("combobox", { name: "Search or go to" });

  // The palette's own script is slow to come: what is typed meanwhile is in the field when it does.
  const script = Promise.withResolvers<void>();
  let isAskedFor = false;
  await page.route(scriptsWith("palette-list"), async (route) => {
    isAskedFor = true;
    await script.promise;
    await route.continue();
  });
  await page.goto(`/${slug}`);
  const home = page.getByRole("link", { name: "Home" }).first();
  await home.focus();
  // Again, should the page not listen yet.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect.poll(() => isAskedFor, { timeout: 1_000 }).toBe(true);
  }).toPass();
  await page.keyboard.type("harbx");
  await page.keyboard.press("Backspace");
  script.resolve();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("harb");
  await field.fill("");
  await expect(palette.getByRole("option").first()).toHaveAccessibleName("Home");
  // Nobody is shown the way to a page their roles don't open.
  await expect(palette.getByRole("option", { name: /Settings|Queue/ })).toHaveCount(0);
  await page.keyboard.type("harbor");
  await expect(palette.getByRole("group", { name: "Orders" }).getByRole("option")).toHaveAccessibleName(
    /SO-PALETTE Harbor Lane/,
  );
  expect(await findBarriers(page, { within: "dialog", rules: "all" })).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(palette.getByRole("option", { selected: true })).toHaveAccessibleName(new RegExp(request));
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(home).toBeFocused();

  // Faster than any answer: the number in full and Enter.
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.insertText("so-palette");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${slug}/orders/SO-PALETTE`);

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.insertText(request.replace(/^CR-0*/, "cr "));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${slug}/requests/${request}`);

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.insertText("no such thing");
  await expect(palette.getByText("No order, request or page like “no such thing”")).toBeVisible();
  await field.fill("profi");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${slug}/profile`);

  await expect(palette).toBeHidden();
  await page.getByRole("heading", { level: 1, name: "Profile" }).waitFor();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(help).toContainText("find an order or a request");
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await page.waitForURL(`**/${slug}/requests`);
});

test("offline, a page says so and keeps what was typed; online again, it goes on", async ({ pageAs, allowConsole }) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  const team = await createFilledTeam();
  const page = await pageAs(team.requester);
  await page.goto(`/${team.slug}/profile`);
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("Carla Requester");
  await page.context().setOffline(true);
  const notice = page.getByRole("status").filter({ hasText: "offline" });
  await expect(notice).toHaveText("You are offline. What you typed stays here.");
  await name.press("Enter");
  await expect(notice).toContainText("Not sent: you are offline.");
  await page.getByRole("link", { name: "Orders" }).first().click();
  await expect(notice).toContainText("Not opened: you are offline.");
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(name).toHaveValue("Carla Requester");

  await page.context().setOffline(false);
  await expect(notice).toHaveCount(0);
  await name.press("Enter");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});
