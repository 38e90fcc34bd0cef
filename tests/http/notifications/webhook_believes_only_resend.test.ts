import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { appEnvironment } from "../../../supabase/local/web.ts";
import { visit } from "../../support/app.ts";
import { connections } from "../../support/connections.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const secret = appEnvironment(connections).RESEND_WEBHOOK_SECRET ?? "";
const now = () => Math.floor(Date.now() / 1000);

type Signing = { id?: string; at?: number; key?: string; body?: string };

/** As Svix signs for Resend: HMAC-SHA256 over id, time and body. */
function signed(content: object, { id = `msg_${randomUUID()}`, at = now(), key = secret, body }: Signing = {}) {
  const sent = JSON.stringify(content);
  const signature = createHmac("sha256", Buffer.from(key.replace("whsec_", ""), "base64"))
    .update(`${id}.${at}.${sent}`)
    .digest("base64");
  return {
    method: "POST",
    body: body ?? sent,
    headers: {
      "content-type": "application/json",
      "svix-id": id,
      "svix-timestamp": String(at),
      "svix-signature": `v1,${signature}`,
    },
  };
}

const send = async (init: RequestInit) => {
  const response = await visit("/api/webhooks/resend", init);
  return { status: response.status, ...((await response.json()) as { outcome: string }) };
};

const event = (type: string, providerId: string, more: object = {}) => ({
  type,
  created_at: new Date().toISOString(),
  data: { email_id: providerId, to: ["somebody@example.test"], subject: "Changed", ...more },
});
const bounce = (type: string) => ({ bounce: { type, subType: "General", message: "550 No such user" } });

let org: Organization;
beforeAll(async () => {
  org = await createOrganization();
});

/** A mail that the provider has taken. */
async function taken(): Promise<{ id: string; provider: string; email: string }> {
  const [id, email] = [randomUUID(), `${randomUUID().slice(0, 8)}@example.test`];
  await superuser`
    insert into public.notifications (org_id, id, event, template, recipient_email, facts, state, sent_at, provider_id)
    values (${org.id}, ${id}, ${id}, 'request_applied', ${email}, '{}', 'sent', now(), ${`re_${id}`})`;
  return { id, provider: `re_${id}`, email };
}

const row = async (id: string) =>
  (
    await superuser`select delivered_at, delayed_at, bounced_at, complained_at, delivery_detail from public.notifications where id = ${id}`
  )[0];
const held = async (email: string) =>
  (await superuser`select reason from public.suppressed_addresses where email = ${email} and cleared_at is null`)[0]
    ?.reason;

test("what Resend signs is recorded, once", async () => {
  const { id, provider, email } = await taken();
  const init = signed(event("email.delivered", provider), { id: `msg_${id}` });
  expect(await send(init)).toEqual({ status: 200, outcome: "recorded" });
  expect(await send(init), "the same again").toEqual({ status: 200, outcome: "replayed" });
  const again = signed(event("email.bounced", provider, bounce("Permanent")), { id: `msg_${id}` });
  expect(await send(again), "other contents under the same id").toEqual({ status: 200, outcome: "replayed" });
  expect(await row(id)).toMatchObject({ delivered_at: expect.any(Date), bounced_at: null });
  expect(await held(email)).toBeUndefined();
});

test.each([
  ["email.delivery_delayed", {}, "delayed_at", undefined],
  ["email.bounced", bounce("Permanent"), "bounced_at", "bounced"],
  ["email.bounced", bounce("Transient"), "bounced_at", undefined],
  ["email.bounced", bounce("Undetermined"), "bounced_at", undefined],
  ["email.complained", {}, "complained_at", "complained"],
  ["email.suppressed", { suppressed: { message: "On the list", type: "x" } }, "bounced_at", "bounced"],
  ["email.failed", { failed: { reason: "reached_daily_quota" } }, "bounced_at", undefined],
])("%s %j", async (type, more, column, reason) => {
  const { id, provider, email } = await taken();
  expect(await send(signed(event(type, provider, more)))).toEqual({ status: 200, outcome: "recorded" });
  expect((await row(id))?.[column]).toBeInstanceOf(Date);
  expect(await held(email)).toBe(reason);
});

test("what it doesn't sign, or signed at another time, changes nothing", async () => {
  const { id, provider, email } = await taken();
  const content = event("email.bounced", provider, bounce("Permanent"));
  const good = signed(content);
  const without = (name: string) => ({
    ...good,
    headers: Object.fromEntries(Object.entries(good.headers).filter(([key]) => key !== name)),
  });
  const forgeries: RequestInit[] = [
    signed(content, { key: `whsec_${Buffer.from("another secret, also long").toString("base64")}` }),
    signed(content, { at: now() - 6 * 60 }),
    signed(content, { at: now() + 6 * 60 }),
    signed(content, { body: JSON.stringify({ ...content, type: "email.complained" }) }),
    { ...good, headers: { ...good.headers, "svix-id": "msg_other" } },
    { ...good, headers: { ...good.headers, "svix-timestamp": String(now() - 1) } },
    { ...good, headers: { ...good.headers, "svix-timestamp": "soon" } },
    { ...good, headers: { ...good.headers, "svix-signature": "v1," } },
    { ...good, headers: { ...good.headers, "svix-signature": `v0${good.headers["svix-signature"].slice(2)}` } },
    { ...good, headers: { ...good.headers, authorization: `Bearer ${connections.cronSecret}`, "svix-signature": "" } },
    without("svix-id"),
    without("svix-timestamp"),
    without("svix-signature"),
    { method: "POST", body: JSON.stringify(content) },
    { method: "POST" },
  ];
  for (const [index, init] of forgeries.entries())
    expect(await send(init), String(index)).toEqual({ status: 401, outcome: "The signature is not right." });
  expect(await row(id)).toMatchObject({ bounced_at: null, complained_at: null });
  expect(await held(email)).toBeUndefined();
});

test("a body without end is not read to its end", async () => {
  const { provider } = await taken();
  const huge = event("email.delivered", provider, { subject: "x".repeat(70_000) });
  expect((await send(signed(huge))).status).toBe(413);
});

test("events of other things, other senders and other shapes are taken note of and forgotten", async () => {
  const { id, provider } = await taken();
  for (const content of [
    event("email.opened", provider),
    { type: "contact.created", created_at: new Date().toISOString(), data: { id: "1" } },
    { type: "email.bounced" },
    { type: "email.delivered", created_at: "yesterday", data: { email_id: provider } },
    event("email.delivered", "x".repeat(300)),
    [],
    "email.delivered",
  ])
    expect(await send(signed(content as object)), JSON.stringify(content).slice(0, 80)).toEqual({
      status: 200,
      outcome: "ignored",
    });
  expect(await send(signed(event("email.delivered", `re_${randomUUID()}`)))).toEqual({
    status: 200,
    outcome: "unmatched",
  });
  expect(await row(id)).toMatchObject({ delivered_at: null });
});

test.each(["GET", "PUT", "DELETE"])("%s is nothing here", async (method) => {
  expect((await visit("/api/webhooks/resend", { method })).status).toBe(405);
});
