import { beforeAll, describe, expect, test } from "vitest";
import { act, visit } from "../../support/app.ts";
import { createFilledTeam, type FilledTeam } from "../../support/place.ts";
import { addresses } from "./addresses.ts";

let team: FilledTeam;
beforeAll(async () => {
  team = await createFilledTeam();
});

const paths: [string, () => string][] = [
  ["sign-in", () => "/sign-in"],
  ["a page that does not exist", () => `/${team.slug}/nothing`],
  ["another organization", () => `/${team.strangers.slug}`],
  ["an order", () => `/${team.slug}/orders/${team.place.order}`],
  ["the import", () => `/${team.slug}/import`],
  ["a page without the role", () => `/${team.slug}/queue`],
];

describe.each(paths)("%s", (_, path) => {
  test("comes with every header", async () => {
    const { headers } = await visit(path(), path() === "/sign-in" ? {} : { as: team.admin });
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toMatch(/^private, (no-cache, )?no-store/);
    expect(headers.get("x-powered-by")).toBeNull();
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
    const scripts = policy.match(/script-src ([^;]*)/)?.[1] ?? "";
    expect(scripts).toMatch(/'nonce-[\w+/=]{20,}'/);
    expect(scripts).not.toMatch(/unsafe|https?:|\*/);
    expect(policy.match(/style-src ([^;]*)/)?.[1]).not.toContain("unsafe");
  });

  test("has a nonce of its own on every script, and none in the address or the body of the next", async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      const response = await visit(path(), path() === "/sign-in" ? {} : { as: team.admin });
      const [, nonce = ""] = response.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/) ?? [];
      nonces.add(nonce);
      const html = await response.text();
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/<[a-z]+[^>]*\son(?:click|load|error)=/i);
    }
    expect(nonces.size).toBe(3);
  });
});

test("what one person was shown is kept by no cache in between", async () => {
  for (const [name, { path, role = "requester", method }] of Object.entries(addresses)) {
    if (method === "POST") continue;
    const response = await visit(path(team.place), { as: team[role] });
    expect(response.headers.get("cache-control"), name).toMatch(/^private, (no-cache, )?no-store/);
    await response.body?.cancel();
  }
});

test("a nonce of one's own choosing is not used", async () => {
  const response = await visit("/sign-in", {
    headers: { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine' 'unsafe-inline'" },
  });
  expect(response.headers.get("content-security-policy")).not.toContain("mine");
  expect(await response.text()).not.toContain('nonce="mine"');
});

test("signing in leads nowhere but here", async () => {
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/\t/evil.example",
    "/%09/evil.example",
    "javascript:alert(1)",
    "/sign-in?next=//evil.example",
    "@evil.example",
    ".evil.example",
    "///evil.example/%2e%2e",
    `/${"a".repeat(5_000)}`,
  ];
  const { email, password } = team.requester;
  for (const next of elsewhere) {
    const already = await visit(`/sign-in?next=${encodeURIComponent(next)}`, { as: team.requester });
    expect(already.headers.get("location") ?? "/", next).toMatch(/^\/(?![/\\])[\w-]*$/);
    const signed = await act("signIn", { email, password, next }, {});
    expect(`${signed.text}`, next).not.toContain("evil.example");
  }
});
