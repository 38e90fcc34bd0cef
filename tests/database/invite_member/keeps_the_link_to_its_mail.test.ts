import { beforeAll, expect, test } from "vitest";
import { ask, askAs } from "../../support/ask.ts";
import { age, invite, tokenFor } from "../../support/invitations.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { asMember, superuser } from "../../support/postgres.ts";

let org: Organization;
beforeAll(async () => {
  org = await createOrganization();
});

const address = () => `new.${crypto.randomUUID()}@example.test`;

async function mailTo(email: string) {
  const [row] = await superuser`
    select id, lease, state, facts, recipient_id from public.notifications
    where org_id = ${org.id} and recipient_email = ${email} order by created_at desc limit 1`;
  return row;
}

const secrets = async (id: string) =>
  (await superuser`select from private.mail_secrets where notification_id = ${id}`).length;

test("the token is in no row a member or the trail can show, only its hash is stored", async () => {
  const email = address();
  expect(await invite(org, email.toUpperCase())).toMatchObject({ outcome: "invited", email });
  const token = await tokenFor(org.id, email);
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  const [found] = await superuser`
    select (select string_agg(n::text, '') from public.notifications n where n.org_id = ${org.id}) as mails,
      (select string_agg(a::text, '') from public.audit_entries a where a.org_id = ${org.id}) as trail,
      (select string_agg(i::text, '') from public.invitations i where i.org_id = ${org.id}) as invitations,
      (select string_agg(k::text, '') from public.idempotency_keys k where k.org_id = ${org.id}) as answers,
      (select token_hash = sha256(convert_to(${token}, 'UTF8')) from public.invitations where email = ${email}) as hashed`;
  expect(found?.hashed).toBe(true);
  expect(JSON.stringify(found)).not.toContain(token);
  for (const sql of ["select token_hash from public.invitations", "select facts from private.mail_secrets"]) {
    await expect(asMember(org.admin.userId, (db) => db.unsafe(sql))).rejects.toMatchObject({ code: "42501" });
  }
});

test("only the holder of the lease unseals it, and it is wiped with the sending", async () => {
  const email = address();
  await invite(org, email);
  const mail = await mailTo(email);
  const unseal = (lease: string) => askAs("service_role", "unseal_notification", { p_id: mail?.id, p_lease: lease });
  expect(await unseal(crypto.randomUUID())).toEqual({ outcome: "superseded" });
  const lease = crypto.randomUUID();
  await superuser`
    update public.notifications set state = 'sending', lease = ${lease}, lease_until = now() + interval '1 minute', attempts = 1
    where id = ${mail?.id}`;
  expect(await unseal(lease)).toEqual({ outcome: "unsealed", facts: { token: await tokenFor(org.id, email) } });
  // A failed attempt is tried again with the very same link.
  const settle = (outcome: string, held: string) =>
    askAs("service_role", "settle_notification", { p_id: mail?.id, p_lease: held, p_outcome: outcome });
  expect(await settle("failed", lease)).toMatchObject({ outcome: "failed" });
  expect(await secrets(mail?.id)).toBe(1);
  const next = crypto.randomUUID();
  await superuser`
    update public.notifications set state = 'sending', lease = ${next}, lease_until = now() + interval '1 minute' where id = ${mail?.id}`;
  expect(await settle("sent", next)).toMatchObject({ outcome: "sent" });
  expect(await secrets(mail?.id)).toBe(0);
  expect(await unseal(next)).toEqual({ outcome: "superseded" });
});

test("a resent invitation has another link; its unsent mail and its secret are given up", async () => {
  const email = address();
  const { invitation_id: id } = await invite(org, email);
  const first = await tokenFor(org.id, email);
  const mail = await mailTo(email);
  const again = () => ask(org.admin.userId, "resend_invitation", { p_org: org.id, p_invitation_id: id });
  expect(await again()).toMatchObject({ outcome: "just_sent" });
  await age(id, "2 minutes");
  expect(await again()).toMatchObject({ outcome: "resent" });
  expect(await tokenFor(org.id, email)).not.toBe(first);
  expect(await askAs("service_role", "find_invitation", { p_token: first })).toMatchObject({ code: "PT404" });
  expect(await secrets(mail?.id)).toBe(0);
  const states = await superuser`
    select state from public.notifications where org_id = ${org.id} and recipient_email = ${email} order by created_at`;
  expect(states.map(({ state }) => state)).toEqual(["dead", "queued"]);
});

test("revoking ends it once, wipes the unsent mail, and leaves the address free", async () => {
  const email = address();
  const { invitation_id: id } = await invite(org, email);
  const token = await tokenFor(org.id, email);
  const revoke = () => ask(org.admin.userId, "revoke_invitation", { p_org: org.id, p_invitation_id: id });
  const answers = await Promise.all([revoke(), revoke(), revoke()]);
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["closed", "closed", "revoked"]);
  expect(await ask(org.admin.userId, "resend_invitation", { p_org: org.id, p_invitation_id: id })).toMatchObject({
    outcome: "closed",
  });
  expect(await askAs("service_role", "find_invitation", { p_token: token })).toMatchObject({ code: "PT404" });
  expect(await secrets((await mailTo(email))?.id)).toBe(0);
  expect(await invite(org, email)).toMatchObject({ outcome: "invited" });
});
