import { afterEach, expect, it, vi } from "vitest";
import { GET } from "@/app/api/health/route";

afterEach(() => vi.unstubAllEnvs());

const settings = {
  SUPABASE_URL: "http://127.0.0.1:1",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SUPABASE_SECRET_KEY: "sb_secret_x",
  APP_URL: "https://changes.example.com",
  CRON_SECRET: "0123456789abcdef",
  MAIL_FROM: "changes@example.com",
};

async function health(changed: Partial<typeof settings> = {}) {
  for (const [name, value] of Object.entries({ ...settings, ...changed })) vi.stubEnv(name, value);
  const response = await GET();
  return { status: response.status, body: await response.json() };
}

it("names the settings that are missing or malformed, never their values", async () => {
  const { status, body } = await health({ CRON_SECRET: "too-short", MAIL_FROM: "" });
  expect(status).toBe(503);
  expect(body).toMatchObject({ ok: false, database: "unknown", mail: "unknown" });
  expect(body.settings).toMatch(/CRON_SECRET .*MAIL_FROM /);
  expect(JSON.stringify(body)).not.toContain("too-short");
});

it("says that the database doesn't answer", async () => {
  expect(await health()).toEqual({
    status: 503,
    body: { ok: false, settings: "ok", database: "unreachable", mail: "unknown" },
  });
});
