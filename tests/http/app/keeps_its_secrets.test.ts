import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSecrets } from "../../../supabase/local/secrets.ts";
import { buildDirectory, visit } from "../../support/app.ts";
import { connections } from "../../support/connections.ts";
import { createFilledTeam } from "../../support/place.ts";
import { sessionOf } from "../../support/session.ts";

const secrets = loadSecrets(process.env.TEST_STACK ?? "test");

test("no chunk for the browser holds a key, an address of the database, or the name of a server's setting", () => {
  const folder = join(buildDirectory, "static");
  const chunks = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(js|css|map)$/.test(path),
  );
  expect(chunks.length).toBeGreaterThan(5);
  const forbidden = [
    ...Object.values(secrets),
    connections.databaseUrl,
    connections.supabaseUrl,
    "SUPABASE_SECRET_KEY",
    "CRON_SECRET",
    "RESEND_API_KEY",
    "SMTP_URL",
    "sb_secret_",
    "service_role",
    "postgres://",
    "claim_notifications",
  ];
  for (const chunk of chunks) {
    const text = readFileSync(join(folder, chunk), "utf8");
    expect(
      forbidden.filter((secret) => text.includes(secret)),
      chunk,
    ).toEqual([]);
  }
});

test("no page holds a key, a session or an address behind the app", async () => {
  const team = await createFilledTeam();
  const { token } = await sessionOf(team.admin);
  for (const path of ["", "/orders", "/audit", "/import", "/settings/people", "/settings/notifications"]) {
    const html = await (await visit(`/${team.slug}${path}`, { as: team.admin })).text();
    for (const secret of [...Object.values(secrets), token, connections.supabaseUrl])
      expect(html, path).not.toContain(secret);
  }
});

test("files of the server have no address", async () => {
  const paths = [
    "/.env",
    "/.local/demo.json",
    "/package.json",
    "/supabase/config.toml",
    "/_next/server/server-reference-manifest.json",
    "/_next/static/..%2f..%2fserver/server-reference-manifest.json",
    "/_next/BUILD_ID",
    "/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=64&q=75",
  ];
  for (const path of paths) {
    const response = await visit(path);
    expect(response.status, path).toBeGreaterThanOrEqual(300);
    expect(await response.text(), path).not.toMatch(/exportedName|sb_secret|project_id|devDependencies/);
  }
});
