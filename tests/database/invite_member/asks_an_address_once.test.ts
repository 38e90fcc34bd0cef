import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { age, invite } from "../../support/invitations.ts";
import { createOrganization, deactivate } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const address = () => `new.${crypto.randomUUID()}@example.test`;

test("twenty invitations of one address at once: one invitation, one mail, one entry", async () => {
  const org = await createOrganization();
  const email = address();
  const answers = await Promise.all(Array.from({ length: 20 }, () => invite(org, email)));
  expect(answers.filter(({ outcome }) => outcome === "invited")).toHaveLength(1);
  expect(answers.filter(({ outcome }) => outcome === "already_invited")).toHaveLength(19);
  const [rows] = await superuser`
    select (select count(*)::int from public.invitations where org_id = ${org.id}) as invitations,
      (select count(*)::int from public.notifications where org_id = ${org.id}) as mails,
      (select count(*)::int from public.audit_entries where org_id = ${org.id} and action = 'invitation.sent') as entries`;
  expect(rows).toEqual({ invitations: 1, mails: 1, entries: 1 });
});

test("the same key answers the same; another body with it is refused", async () => {
  const org = await createOrganization();
  const [email, key] = [address(), crypto.randomUUID()];
  const first = await invite(org, email, { key });
  expect(await invite(org, email, { key })).toEqual({ ...first, replayed: true });
  expect(await invite(org, address(), { key })).toMatchObject({ code: "PT422", reason: "idempotency_key_reused" });
});

test("who is a member, or was one, is not invited", async () => {
  const org = await createOrganization();
  expect(await invite(org, org.requester.email)).toMatchObject({ outcome: "already_member", active: true });
  await deactivate(org.requester);
  expect(await invite(org, org.requester.email)).toMatchObject({ outcome: "already_member", active: false });
  expect(await superuser`select from public.invitations where org_id = ${org.id}`).toHaveLength(0);
});

test("an expired invitation makes room for a new one", async () => {
  const org = await createOrganization();
  const email = address();
  const { invitation_id: id } = await invite(org, email);
  await age(id, "8 days");
  expect(await invite(org, email)).toMatchObject({ outcome: "invited" });
});

test.each([
  [{ p_email: "" }, "required"],
  [{ p_email: null }, "required"],
  [{ p_email: "nobody" }, "invalid_email"],
  [{ p_email: "a@b.example, c@d.example" }, "invalid_email"],
  [{ p_email: "a@b.example\r\nBcc: c@d.example" }, "invalid_email"],
  [{ p_email: `${"a".repeat(250)}@b.example` }, "too_long"],
  [{ p_name: "x".repeat(121) }, "too_long"],
  [{ p_roles: [] }, "unknown_role"],
  [{ p_roles: ["owner"] }, "unknown_role"],
  [{ p_idempotency_key: "short" }, "invalid_idempotency_key"],
])("refuses %j", async (facts, reason) => {
  const org = await createOrganization();
  const good = { p_email: address(), p_name: null, p_roles: ["requester"], p_idempotency_key: crypto.randomUUID() };
  const answer = await ask(org.admin.userId, "invite_member", { p_org: org.id, ...good, ...facts });
  expect(answer).toMatchObject({ code: "PT422", reason });
  expect(await superuser`select from public.invitations where org_id = ${org.id}`).toHaveLength(0);
});

test("an address gets four mails a day, whatever is tried, and the limit says when to come back", async () => {
  const org = await createOrganization();
  const email = address();
  const { invitation_id: id } = await invite(org, email);
  const again = async () => {
    await age(id, "2 minutes");
    return ask(org.admin.userId, "resend_invitation", { p_org: org.id, p_invitation_id: id });
  };
  for (let n = 0; n < 3; n++) expect(await again()).toMatchObject({ outcome: "resent" });
  const refused = await again();
  expect(refused).toMatchObject({ code: "PT409", reason: "rate_limited" });
  expect(JSON.parse(refused.detail ?? "").retry_after).toBeGreaterThan(80_000);
  expect(await superuser`select from public.notifications where org_id = ${org.id}`).toHaveLength(4);
});
