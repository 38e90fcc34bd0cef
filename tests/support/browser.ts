import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { connections } from "./connections.ts";
import { createOrganization, type Organization } from "./organization.ts";
import type { Person } from "./people.ts";
import { sessionOf } from "./session.ts";

type TestFixtures = {
  /** An empty page in which the person is signed in: the test goes where it begins. Everybody has a browser window of their own. */
  pageAs: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
  /** Messages a test expects on the console, such as the browser's own line about a 404 it asked for. */
  allowConsole: (pattern: RegExp) => void;
};

type WorkerFixtures = {
  /** Made once per worker, for tests that need no organization of their own. */
  organization: Organization;
};

/** Playwright's test with our people in it. A console error or an uncaught error on any page fails the test. */
export const test = base.extend<TestFixtures & { faults: string[]; allowed: RegExp[] }, WorkerFixtures>({
  organization: [async ({}, use) => use(await createOrganization()), { scope: "worker" }],

  faults: async ({}, use) => use([]),
  allowed: async ({}, use) => use([]),
  allowConsole: async ({ allowed }, use) => use((pattern) => void allowed.push(pattern)),

  context: async ({ context, faults, allowed }, use) => {
    watch(context, faults);
    await use(context);
    expect(unexpected(faults, allowed), "errors on the browser's console").toEqual([]);
  },

  pageAs: async ({ browser, faults, allowed, baseURL, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL && { baseURL }), ...options });
      contexts.push(context);
      watch(context, faults);
      const { cookies } = await sessionOf(person);
      await context.addCookies(
        cookies.map((cookie) => ({ ...cookie, url: connections.url, httpOnly: true, sameSite: "Lax" })),
      );
      return await context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(unexpected(faults, allowed), "errors on the browser's console").toEqual([]);
  },
});

export { expect };

/** Signs in by the form and waits until the app has let the person in. */
export async function signIn(page: Page, person: Pick<Person, "email" | "password">): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

function watch(context: BrowserContext, faults: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => faults.push(String(error.error())));
}

function unexpected(faults: string[], allowed: RegExp[]): string[] {
  return faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
}
