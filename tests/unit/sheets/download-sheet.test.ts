import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { SheetProblem } from "@/lib/sheets/sheet-problem";
import { type SheetBehavior, type SheetsStandIn, startSheetsStandIn } from "../../support/sheets-stand-in.ts";

let google: SheetsStandIn;
let download: typeof import("@/lib/sheets/download-sheet").downloadSheet;
let sheets = 0;

const environment = {
  SUPABASE_URL: "http://127.0.0.1:1",
  SUPABASE_PUBLISHABLE_KEY: "x",
  SUPABASE_SECRET_KEY: "x",
  APP_URL: "http://127.0.0.1:3000",
  CRON_SECRET: "0123456789abcdef",
  MAIL_FROM: "a@b.test",
};

beforeAll(async () => {
  google = await startSheetsStandIn();
  for (const [name, value] of Object.entries({ ...environment, GOOGLE_SHEETS_BASE_URL: google.url }))
    vi.stubEnv(name, value);
  download = (await import("@/lib/sheets/download-sheet")).downloadSheet;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await google.stop();
});

function read(...answers: SheetBehavior[]) {
  const spreadsheetId = `sheet-number-${String(++sheets).padStart(10, "0")}`;
  google.put(spreadsheetId, ...answers);
  return download({ spreadsheetId, gid: "0" });
}

const problem = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: SheetProblem) => error.code ?? String(error),
  );

test("a sheet comes with the name Google gives it, to the last byte", async () => {
  const csv = Buffer.from("Order,SKU,Qty\r\n1,Größe,2\r\n");
  const { name, content } = await read({ csv, name: "Offene Aufträge – Blatt 1.csv" });
  expect(name).toBe("Offene Aufträge – Blatt 1.csv");
  expect(Buffer.from(await content.arrayBuffer()).equals(csv)).toBe(true);
});

describe("says what is wrong with", () => {
  test.each<[string, string, SheetBehavior]>([
    [
      "a private sheet, sent to the sign-in",
      "private",
      { redirectTo: "https://accounts.google.com/ServiceLogin?continue=x" },
    ],
    [
      "a private sheet, answered with a page",
      "private",
      { status: 200, type: "text/html; charset=utf-8", body: "<html>" },
    ],
    ["a forbidden one", "private", { status: 403 }],
    ["a deleted one", "not_found", { status: 404 }],
    ["a tab that is gone", "no_such_tab", { status: 400 }],
    ["an empty tab", "empty", { csv: "" }],
    ["a tab of separators", "empty", { csv: ",,,\r\n ,,\r\n" }],
    ["a busy Google", "busy", { status: 429 }],
    ["a broken Google", "busy", { status: 503 }],
    ["a workbook instead of a table", "strange_answer", { status: 200, type: "application/pdf", body: "%PDF" }],
    ["an answer that breaks off", "unreachable", { broken: "hangs up" }],
    ["an endless tab", "too_large", { broken: "endless" }],
  ])("%s", async (_, code, behavior) => expect(await problem(read(behavior))).toBe(code));
});

describe("does not follow a link", () => {
  test.each([
    "https://evil.test/orders.csv",
    "http://docs.google.com/spreadsheets/d/x/export",
    "https://docs.google.com.evil.test/",
    "https://evilgoogleusercontent.com/",
    "https://docs.google.com:8443/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://127.0.0.1:1/",
    "file:///etc/passwd",
    "gopher://docs.google.com/",
  ])("%s", async (redirectTo) => expect(await problem(read({ redirectTo }))).toBe("led_elsewhere"));

  test("in a circle", async () => {
    const spreadsheetId = "sheet-that-leads-in-circles";
    google.put(spreadsheetId, { redirectTo: `${google.url}/spreadsheets/d/${spreadsheetId}/export` });
    expect(await problem(download({ spreadsheetId, gid: "0" }))).toBe("strange_answer");
    expect(google.asked(spreadsheetId)).toBe(6);
  });
});

describe("a stand-in for Google", () => {
  test.each([
    ["elsewhere", { GOOGLE_SHEETS_BASE_URL: "http://10.0.0.1" }],
    ["of a name that only begins like this machine's", { GOOGLE_SHEETS_BASE_URL: "http://localhost.evil.test" }],
    ["of an app that people reach from elsewhere", { APP_URL: "https://changes.example.com" }],
  ])("%s stops the server from starting to read", async (_, changed) => {
    vi.resetModules();
    for (const [name, value] of Object.entries(changed)) vi.stubEnv(name, value);
    const { env } = await import("@/lib/env");
    expect(() => env()).toThrow("GOOGLE_SHEETS_BASE_URL (only for tests on this machine)");
    vi.stubEnv("APP_URL", environment.APP_URL);
    vi.stubEnv("GOOGLE_SHEETS_BASE_URL", google.url);
  });
});
