import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildDirectory, visit } from "../../support/app.ts";
import { connections } from "../../support/connections.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, deactivate } from "../../support/organization.ts";
import { createFilledTeam, type FilledTeam } from "../../support/place.ts";
import { submitted } from "../../support/requests.ts";
import { addresses, publicAddresses } from "./addresses.ts";

let team: FilledTeam;
const roles = ["requester", "approver", "fulfillment", "admin"] as const;
const customer = "Zephyr & Quince Wholesale";

beforeAll(async () => {
  team = await createFilledTeam({ customer });
});

test("every address of the build has an expectation", () => {
  const manifest = JSON.parse(readFileSync(join(buildDirectory, "app-path-routes-manifest.json"), "utf8"));
  expect(Object.values(manifest as Record<string, string>).sort()).toEqual(
    [...Object.keys(addresses), ...publicAddresses].sort(),
  );
});

/** Whatever may only be read by the organization's own people. */
async function expectNothingOfTheirs(response: Response): Promise<void> {
  const text = await response.text();
  for (const theirs of [team.name, team.id, customer.split(" & ")[0] ?? "", team.requester.email])
    expect(text).not.toContain(theirs);
}

describe.each(Object.entries(addresses))("%s", (_, { path, role, isRoute, method = "GET", leadsOn }) => {
  const origin = { origin: new URL(connections.url).origin };
  const open = (who?: "stranger" | "deactivated" | (typeof roles)[number], headers: Record<string, string> = {}) =>
    visit(path(team.place), { method, headers: { ...origin, ...headers }, ...(who && { as: team[who] }) });

  test("asks people without a session to sign in, and brings them back", async () => {
    const response = await open();
    if (isRoute) expect(response.status).toBe(401);
    else {
      expect(response.status).toBe(307);
      const target = new URL(response.headers.get("location") ?? "", connections.url);
      expect(target.origin).toBe(new URL(connections.url).origin);
      expect(target.pathname).toBe("/sign-in");
      expect(target.searchParams.get("next")).toBe(path(team.place));
    }
    await expectNothingOfTheirs(response);
  });

  test("cannot be reached around the gate", async () => {
    const disguises: Record<string, string>[] = [
      { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
      { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
      { "x-middleware-subrequest": "src/middleware", "x-middleware-next": "1" },
      { "x-nextjs-data": "1", "x-middleware-prefetch": "1" },
      { rsc: "1" },
      { rsc: "1", "next-router-prefetch": "1" },
      { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
      { "x-requested-path": `/${team.slug}`, "x-nonce": "mine", "x-invoke-path": path(team.place) },
      { cookie: "session=base64-eyJhY2Nlc3NfdG9rZW4iOiJ4In0" },
      { authorization: `Bearer ${connections.publishableKey}` },
    ];
    for (const headers of disguises) {
      const response = await open(undefined, headers);
      expect(response.status, JSON.stringify(headers)).toBeLessThan(500);
      await expectNothingOfTheirs(response);
    }
    await expectNothingOfTheirs(await visit(`${path(team.place)}${path(team.place).includes("?") ? "&" : "?"}_rsc=1`));
  });

  test("does not exist for strangers and for people who were deactivated", async () => {
    for (const who of ["stranger", "deactivated"] as const) {
      const response = await open(who);
      expect(response.status, who).toBe(404);
      await expectNothingOfTheirs(response);
    }
  });

  test("is there for its role and for no other", async () => {
    for (const who of roles) {
      const { status } = await open(who);
      if (role && who !== role) expect(status, who).toBe(403);
      else if (method === "POST") expect(status, who).toBe(422);
      else expect(status, who).toBe(leadsOn ? 307 : 200);
    }
  });
});

test("what does not exist in one's own organization is not found", async () => {
  const { slug } = team;
  const missing = [
    "orders/NO-SUCH-ORDER",
    "orders/%00",
    "orders/..%2f..%2fsettings",
    "requests/CR-999999",
    "requests/CR-9999999999999999999999",
    "requests/'; drop table orders",
    "import/00000000-0000-4000-8000-000000000000",
    "import/not-an-id",
    "export/99/download",
    "export/1e309/download",
    "nothing",
  ];
  for (const path of missing) {
    const response = await visit(`/${slug}/${path}`, { as: path.startsWith("orders") ? team.requester : team.admin });
    expect([400, 404], path).toContain(response.status);
  }
});

test("odd questions in an address are answered without an error", async () => {
  const long = "x".repeat(4_000);
  const odd = [
    `orders?q=${long}`,
    "orders?q=%00&page=-1&sort=password&stage=unknown&stage=nonsense",
    "orders?page=99999999999999999999",
    "orders?q=%25%5F%27%22%5C&from=2026-02-31&to=yesterday",
    "requests?q=%00&view=all",
    "requests?status=nope&page=1e9&by=not-an-id",
    "audit?order=%00&from=nonsense&person=not-an-id&request=CR-&page=0",
    `audit?order=${long}`,
    "import?page=-5",
    "export?page=NaN",
    "orders?__proto__=1&constructor=2&q=a&q=b",
  ];
  for (const path of odd) {
    const response = await visit(`/${team.slug}/${path}`, { as: team.admin });
    expect(response.status, path).toBe(200);
    expect(await response.text(), path).not.toContain("could not be loaded");
  }
});

test("an admin is shown the way to the queue while something is theirs to decide, and not before", async () => {
  const org = await createOrganization();
  const order = await createOrder(org.id);
  await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  const page = async () => (await visit(`/${org.slug}/settings/reasons`, { as: org.admin })).text();
  expect(await page()).not.toContain(`/${org.slug}/queue`);
  await deactivate(org.approver);
  expect(await page()).toContain(`/${org.slug}/queue`);
  expect((await visit(`/${org.slug}/queue`, { as: org.admin })).status).toBe(200);
});
