import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { loadSecrets } from "../../../supabase/local/secrets.ts";
import { request } from "../../support/api.ts";
import { connections } from "../../support/connections.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, deactivate, type Organization } from "../../support/organization.ts";
import { startSession } from "../../support/session.ts";

let org: Organization;
let genuine: string;
const secret = loadSecrets(process.env.TEST_STACK ?? "test").jwtSecret;

beforeAll(async () => {
  org = await createOrganization();
  await createOrder(org.id);
  genuine = (await startSession(org.admin)).token;
});

type Claims = Record<string, unknown>;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Claims;

function signed(claims: Claims, key = secret, header: Claims = { alg: "HS256", typ: "JWT" }): string {
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${createHmac("sha256", key).update(content).digest("base64url")}`;
}

const orders = (token?: string) => request("/rest/v1/orders?select=order_number", token === undefined ? {} : { token });

test("a token of ours, signed with the right secret, is believed", async () => {
  expect(await (await orders(signed(claimsOf(genuine)))).json()).toHaveLength(1);
});

const soon = () => Math.floor(Date.now() / 1000) + 3600;
const forgeries: [string, () => string][] = [
  ["signed with another secret", () => signed(claimsOf(genuine), "x".repeat(48))],
  ["signed with the public key", () => signed(claimsOf(genuine), connections.publishableKey)],
  ["expired", () => signed({ ...claimsOf(genuine), exp: soon() - 7200 })],
  ["not signed", () => `${encoded({ alg: "none", typ: "JWT" })}.${encoded(claimsOf(genuine))}.`],
  ["not signed, in capitals", () => `${encoded({ alg: "NONE" })}.${encoded(claimsOf(genuine))}.`],
  ["signed, but saying that it is not", () => signed(claimsOf(genuine), secret, { alg: "none" })],
  ["of another person with the old signature", () => resigned({ ...claimsOf(genuine), sub: randomUUID() })],
  ["of the server's role with the old signature", () => resigned({ ...claimsOf(genuine), role: "service_role" })],
  ["cut short", () => genuine.slice(0, -4)],
  ["two tokens in one", () => `${genuine},${genuine}`],
  ["not a token", () => "null"],
];

function resigned(claims: Claims): string {
  const [header, , signature] = genuine.split(".");
  return `${header}.${encoded(claims)}.${signature}`;
}

test.each(forgeries)("a token that is %s is refused", async (_, forge) => {
  const answer = await orders(forge());
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain("order_number");
});

test("a token for a role of the database that clients must not have shows no rows", async () => {
  for (const role of ["postgres", "supabase_admin", "supabase_auth_admin", "pg_read_all_data", "nobody"]) {
    const answer = await orders(signed({ ...claimsOf(genuine), sub: randomUUID(), role }));
    expect(await answer.text(), role).not.toContain("order_number");
  }
});

test("the publishable key alone opens nothing", async () => {
  for (const path of ["orders?select=id", "members?select=id", "rpc/search_orders?p_query=a"]) {
    const answer = await request(`/rest/v1/${path}`);
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
  }
});

test("a member who was deactivated holds a token that shows and does nothing any more", async () => {
  const leaving = await createOrganization();
  await createOrder(leaving.id);
  const { token } = await startSession(leaving.requester);
  expect(await (await orders(token)).json()).toHaveLength(1);
  await deactivate(leaving.requester);
  expect(await (await orders(token)).json()).toEqual([]);
  const search = await request("/rest/v1/rpc/search_orders", {
    method: "POST",
    token,
    body: JSON.stringify({ p_org: leaving.id, p_query: "" }),
  });
  expect(search.status).toBe(404);
});
