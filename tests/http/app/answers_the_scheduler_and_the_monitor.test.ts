import { expect, test } from "vitest";
import { visit } from "../../support/app.ts";
import { connections } from "../../support/connections.ts";

const cron = "/api/cron";
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

test("the monitor hears that it works, and nothing else", async () => {
  const response = await visit("/api/health");
  expect(response.status).toBe(200);
  // Mail of other tests may be late; when that is a failure is tested where time is made.
  const mail = expect.stringMatching(/^(ok|failing since \d{4}-\d\d-\d\dT[\d:.]+Z)$/);
  expect(await response.json()).toEqual({ ok: true, settings: "ok", database: "ok", mail });
  expect(response.headers.get("cache-control")).toContain("no-store");
});

test.each(["GET", "POST"])("the scheduler's %s needs its secret", async (method) => {
  const wrong = [
    {},
    bearer(""),
    bearer("wrong"),
    bearer(connections.cronSecret.slice(1)),
    bearer(`${connections.cronSecret}x`),
    bearer(connections.secretKey),
    { headers: { authorization: connections.cronSecret } },
    { headers: { "x-vercel-cron": "1", "user-agent": "vercel-cron/1.0" } },
  ];
  for (const init of wrong) {
    const response = await visit(cron, { method, ...init });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ ok: false });
  }
  expect((await visit(`${cron}?secret=${connections.cronSecret}`, { method })).status).toBe(401);
  const right = await visit(cron, { method, ...bearer(connections.cronSecret) });
  expect(right.status).toBe(200);
  expect(await right.json()).toMatchObject({ ok: true, digests: { queued: expect.any(Number) } });
});

test.each(["PUT", "DELETE", "PATCH"])("%s is not for either", async (method) => {
  for (const path of [cron, "/api/health"])
    expect((await visit(path, { method, ...bearer(connections.cronSecret) })).status).toBe(405);
});
