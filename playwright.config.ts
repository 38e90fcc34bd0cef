import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/support/chromium.ts";
import { connections } from "./tests/support/connections.ts";

const { executablePath, args } = await findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0, // a test that passes the second time has found something
  // For machines that do other work too: a test that passes is no slower for it.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  use: {
    baseURL: connections.url,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    // A trace of everything costs as much as the tests: `npm run test:e2e -- --trace retain-on-failure` where one is wanted.
    trace: "off",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    launchOptions: { args, ...(executablePath && { executablePath }) },
  },
});
