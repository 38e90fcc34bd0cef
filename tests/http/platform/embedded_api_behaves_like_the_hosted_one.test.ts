import { expect, test } from "vitest";
import { anonymousApi, apiAs, request, secretApi } from "../../support/api.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization } from "../../support/organization.ts";
import { createPerson } from "../../support/people.ts";
import { superuser } from "../../support/postgres.ts";
import { sessionOf } from "../../support/session.ts";

test("arguments of type jsonb arrive as arrays and objects, not as quoted text", async () => {
  const organization = await createOrganization();
  const order = await createOrder(organization.id);
  const api = await apiAs(organization.requester);
  const { data, error } = await api.rpc("submit_change_request", {
    p_order_id: order.id,
    p_base_version: order.version,
    p_changes: [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" }],
    p_reason_code: "customer_request",
    p_reason: "Called and asked for two more",
    p_idempotency_key: crypto.randomUUID(),
  });
  expect(error).toBeNull();
  expect(data).toMatchObject({ outcome: "submitted" });
});

test("serving requests gives no role more rights than the migrations did", async () => {
  const granted = () => superuser`
    select c.oid::regclass::text as name, c.relacl::text as rights from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'auth'::regnamespace) order by 1`;
  const before = await granted();
  const api = await apiAs(await createPerson());
  await api.from("organizations").select("id");
  await anonymousApi().from("organizations").select("id");
  await secretApi().from("organizations").select("id");
  expect(await granted()).toEqual(before);
  expect(before.filter((row) => /\banon=/.test(String(row.rights)))).toEqual([]);
});

test("a request without a key, with a wrong key or with a forged token is refused", async () => {
  const path = "/rest/v1/organizations?select=id";
  expect((await request(path, { key: "" })).status).toBe(401);
  expect((await request(path, { key: "sb_secret_guess" })).status).toBe(401);
  const unsigned = [
    { alg: "none", typ: "JWT" },
    { role: "service_role", sub: crypto.randomUUID(), exp: 4_102_444_800 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  expect((await request(path, { token: `${unsigned}.` })).status).toBe(401);
});

test("schemas that are not exposed cannot be asked for", async () => {
  for (const schema of ["private", "auth", "supabase_migrations", "pg_catalog"]) {
    const response = await request("/rest/v1/members?select=id", { headers: { "accept-profile": schema } });
    expect(response.status, schema).toBe(406);
  }
});

test("what cannot be read or written is the caller's fault, not an error of the server", async () => {
  const { requester, id } = await createOrganization();
  const { token } = await sessionOf(requester);
  const call = (command: string, body: string) =>
    request(`/rest/v1/rpc/${command}`, {
      method: "POST",
      token,
      body,
      headers: { "content-type": "application/json" },
    });
  const bomb = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const answers = [
    await call("submit_change_request", `{"p_changes": ${bomb}}`),
    await call("search_orders", JSON.stringify({ p_org: id, p_ship_from: -1 })),
    await call("search_orders", JSON.stringify({ p_org: id, p_stages: {} })),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "22P02", message: "invalid input syntax" });
  }
  const text = JSON.stringify({ p_org: id, p_query: '[{\\"'.repeat(300) });
  expect((await call("search_orders", text)).status, "brackets in a text are no depth").toBe(200);
});
