import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createKey, type TestKey } from "../../support/api-keys.ts";
import { visit } from "../../support/app.ts";
import { ask } from "../../support/ask.ts";
import { lineOf, readOrder, readOrders } from "../../support/imports.ts";
import { createOrganization, deactivate, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

const header = "Order Number,Line No,SKU,Qty Ordered,Order Status,Customer\n";
const file = (...lines: string[]) => header + lines.map((line) => `${line}\n`).join("");
const monday = file("SO-1,1,BOLT,10,Open,Acme", "SO-2,1,NUT,5,Picked,Acme");

const bearer = ({ key }: Pick<TestKey, "key">) => ({ authorization: `Bearer ${key}` });

function send(key: Pick<TestKey, "key">, body: BodyInit | null, { query = "?commit=auto", headers = {} } = {}) {
  return visit(`/api/v1/imports${query}`, {
    method: "POST",
    body,
    headers: { ...bearer(key), "content-type": "text/csv", ...headers },
  });
}

async function opened(): Promise<{ org: Organization; key: TestKey }> {
  const org = await createOrganization();
  return { org, key: await createKey(org) };
}

test("a job imports in the morning and fetches the updates at night, without a browser", async () => {
  const { org, key } = await opened();
  const first = await send(key, monday);
  expect(first.status).toBe(201);
  const imported = (await first.json()) as { id: string; status: string; links: { self: string } };
  expect(imported).toMatchObject({ status: "committed", counts: { new_lines: 2 } });
  expect(Object.keys(await readOrders(org))).toEqual(["SO-1", "SO-2"]);
  const state = await visit(new URL(imported.links.self).pathname, { headers: bearer(key) });
  expect(await state.json()).toMatchObject({ id: imported.id, status: "committed", rows: 2 });

  const order = await readOrder(org, "SO-1");
  const change = { kind: "set_quantity", line_id: lineOf(order).id, quantity: "12" };
  await decide(org.approver, await submitted(org.requester, order, [change]), "approve");
  const night = () =>
    visit("/api/v1/exports?scope=updates&format=csv", {
      method: "POST",
      headers: { ...bearer(key), "idempotency-key": "night-1" },
    });
  const exported = await night();
  expect(exported.status).toBe(201);
  const text = await exported.text();
  expect(text).toBe(file("SO-1,1,BOLT,12,Open,Acme"));
  // A lost answer is asked for again: the same file, not the next one.
  const again = await night();
  expect([again.status, await again.text()]).toEqual([201, text]);
  const next = await visit("/api/v1/exports?scope=updates", {
    method: "POST",
    headers: { ...bearer(key), "idempotency-key": "night-2" },
  });
  expect(await next.json()).toMatchObject({ outcome: "empty" });
});

test("the same key and file is the same import; the same key with another file is refused", async () => {
  const { org, key } = await opened();
  const headers = { "idempotency-key": "monday" };
  const answers = await Promise.all([send(key, monday, { headers }), send(key, monday, { headers })]);
  const ids = await Promise.all(answers.map(async (one) => ((await one.json()) as { id: string }).id));
  expect(new Set(ids).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await superuser`select id from public.imports where org_id = ${org.id}`).toHaveLength(1);
  const other = await send(key, file("SO-9,1,BOLT,1,Open,Acme"), { headers });
  expect(other.status).toBe(422);
  expect(Object.keys(await readOrders(org))).toEqual(["SO-1", "SO-2"]);
});

test("what needs a person waits for one: errors, and stages that go back", async () => {
  const { org, key } = await opened();
  await send(key, monday);
  const wrong = await send(key, file("SO-1,1,BOLT,a dozen,Open,Acme"));
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({
    code: "rows_with_errors",
    status: 422,
    links: { page: expect.any(String) },
  });
  const back = await send(key, file("SO-1,1,BOLT,10,Open,Acme", "SO-2,1,NUT,5,Open,Acme"));
  expect(back.status).toBe(409);
  const reasons = [{ code: "needs_confirmation", count: 1, examples: [expect.stringMatching(/^1 order goes back/)] }];
  const told = (await back.json()) as { id: string };
  expect(told).toMatchObject({ code: "needs_a_person", reasons });
  // Whoever looks later hears the same.
  const later = await visit(`/api/v1/imports/${told.id}`, { headers: bearer(key) });
  expect(await later.json()).toMatchObject({ status: "previewed", reasons });
  expect((await readOrder(org, "SO-2")).stage).toBe("picked");
});

test("a key is asked for before the file is read; a wrong, revoked or lesser one opens nothing", async () => {
  const { org, key } = await opened();
  const reader = await createKey(org, { scopes: ["exports:read"] });
  const revoked = await createKey(org);
  await ask(org.admin.userId, "revoke_api_key", { p_org: org.id, p_key_id: revoked.id });
  const tries: [string, Record<string, string>, number][] = [
    ["no key", {}, 401],
    ["an empty key", { authorization: "Bearer " }, 401],
    ["another scheme", { authorization: `Basic ${key.key}` }, 401],
    ["half a key", { authorization: `Bearer ${key.key.slice(0, -1)}` }, 401],
    ["a longer key", { authorization: `Bearer ${key.key}x` }, 401],
    ["a revoked key", bearer(revoked), 401],
    ["a key for exports", bearer(reader), 403],
  ];
  for (const [what, headers, status] of tries) {
    const response = await visit("/api/v1/imports?commit=auto", {
      method: "POST",
      body: monday,
      headers: { "content-type": "text/csv", ...headers },
    });
    expect(response.status, what).toBe(status);
    expect(response.headers.get("content-type"), what).toContain("application/problem+json");
    expect(JSON.stringify(await response.json()), what).not.toContain(key.key);
  }
  // A session of an admin is no key: no page can be made to import something.
  const session = await visit("/api/v1/imports", {
    as: org.admin,
    method: "POST",
    body: monday,
    headers: { "content-type": "text/csv" },
  });
  expect(session.status).toBe(401);
  expect(await superuser`select id from public.imports where org_id = ${org.id}`).toHaveLength(0);
});

test("a key ends with the rights of who made it", async () => {
  const { org, key } = await opened();
  expect((await send(key, monday)).status).toBe(201);
  await superuser`update public.members set roles = '{admin,requester}' where id = ${org.approver.memberId}`;
  await deactivate(org.admin);
  expect((await send(key, file("SO-3,1,BOLT,1,Open,Acme"))).status).toBe(401);
});

test("another organization's imports and exports are not there", async () => {
  const [ours, theirs] = [await opened(), await opened()];
  const { id } = (await (await send(theirs.key, monday)).json()) as { id: string };
  for (const path of [`/api/v1/imports/${id}`, `/api/v1/imports/${randomUUID()}`, "/api/v1/imports/nonsense"])
    expect((await visit(path, { headers: bearer(ours.key) })).status, path).toBe(404);
  await visit("/api/v1/exports?scope=open", {
    method: "POST",
    headers: { ...bearer(theirs.key), "idempotency-key": "1" },
  });
  for (const path of ["/api/v1/exports/1", "/api/v1/exports/1/file?format=csv", "/api/v1/exports/999999999999"])
    expect((await visit(path, { headers: bearer(ours.key) })).status, path).toBe(404);
});

test.each<[string, BodyInit | null, { query?: string; headers?: Record<string, string> }, number]>([
  ["a body of another type", monday, { headers: { "content-type": "application/json" } }, 415],
  ["a compressed body", monday, { headers: { "content-encoding": "gzip" } }, 415],
  ["no body", null, {}, 400],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), {}, 422],
  ["a misspelled parameter", monday, { query: "?comit=auto" }, 400],
  ["a parameter twice", monday, { query: "?commit=auto&commit=preview" }, 400],
  ["an unknown mode", monday, { query: "?commit=yes" }, 400],
  ["a source nobody imported", monday, { query: "?commit=auto&source=SAP" }, 422],
  ["a key with spaces", monday, { headers: { "idempotency-key": "a b" } }, 400],
  ["a byte more than 50 MB", new Uint8Array(50 * 1024 * 1024 + 1), {}, 413],
])("%s is refused and leaves nothing", async (_what, body, options, status) => {
  const { org, key } = await opened();
  const response = await send(key, body, options);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ status, code: expect.stringMatching(/^[a-z_]+$/) });
  expect(await superuser`select id from public.imports where org_id = ${org.id}`).toHaveLength(0);
});

test("too many calls are told when to come back", async () => {
  const { key } = await opened();
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => visit("/api/v1/exports", { headers: bearer(key) })),
  );
  const limited = answers.filter(({ status }) => status === 429);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
  expect(Number(limited[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
});
