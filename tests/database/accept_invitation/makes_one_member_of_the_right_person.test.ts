import { expect, test } from "vitest";
import { ask, askAs } from "../../support/ask.ts";
import { accept, age, invite, tokenFor } from "../../support/invitations.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { createPerson, type Person } from "../../support/people.ts";
import { superuser } from "../../support/postgres.ts";

const notFound = { code: "PT404", reason: "not_found" };

async function invited(): Promise<{ org: Organization; person: Person; token: string; id: unknown }> {
  const org = await createOrganization();
  const person = await createPerson("Nora Newcomer");
  const { invitation_id: id } = await invite(org, person.email, { roles: ["approver", "requester"] });
  return { org, person, id, token: await tokenFor(org.id, person.email) };
}

const membersOf = (org: Organization, person: Person) =>
  superuser`select id, name, email, roles::text[] as roles, active from public.members where org_id = ${org.id} and user_id = ${person.userId}`;

test("a hundred acceptances at once: one member with the roles of the invitation, one entry, the same answer to all", async () => {
  const { org, person, token } = await invited();
  const answers = await Promise.all(Array.from({ length: 100 }, () => accept(person.userId, token, "Nora")));
  expect(answers.every(({ outcome, slug }) => outcome === "accepted" && slug === org.slug)).toBe(true);
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  expect([...(await membersOf(org, person))]).toMatchObject([
    { name: "Nora", email: person.email, roles: ["requester", "approver"], active: true },
  ]);
  const entries = await superuser`
    select actor_email, after from public.audit_entries where org_id = ${org.id} and action = 'invitation.accepted'`;
  expect([...entries]).toMatchObject([{ actor_email: person.email, after: { roles: ["requester", "approver"] } }]);
});

test("somebody else's account is told so, and the invitation stays open", async () => {
  const { org, person, token } = await invited();
  const other = await createPerson("Otto Other");
  expect(await accept(other.userId, token)).toEqual({ outcome: "other_account", email: person.email });
  expect(await membersOf(org, other)).toHaveLength(0);
  expect(await accept(person.userId, token)).toMatchObject({ outcome: "accepted" });
});

test("used, expired, revoked, replaced and invented links are one answer", async () => {
  const used = await invited();
  await accept(used.person.userId, used.token);
  const expired = await invited();
  await age(expired.id, "7 days");
  const revoked = await invited();
  await ask(revoked.org.admin.userId, "revoke_invitation", { p_org: revoked.org.id, p_invitation_id: revoked.id });
  const replaced = await invited();
  await age(replaced.id, "2 minutes");
  await ask(replaced.org.admin.userId, "resend_invitation", { p_org: replaced.org.id, p_invitation_id: replaced.id });
  const other = await createPerson();
  const answers = [await accept(other.userId, used.token)];
  for (const { person, token } of [expired, revoked, replaced]) answers.push(await accept(person.userId, token));
  for (const token of ["", "x", "0".repeat(64), `${used.token} `]) answers.push(await accept(other.userId, token));
  for (const answer of answers) {
    expect(answer).toMatchObject(notFound);
    expect(answer).toEqual(answers[0]);
  }
  for (const { token } of [used, expired, revoked, replaced]) {
    expect(await askAs("service_role", "find_invitation", { p_token: token })).toMatchObject(notFound);
  }
});

test("a deactivated member is not brought back by an old link, nor is a used one worth anything again", async () => {
  const { org, person, token } = await invited();
  await accept(person.userId, token);
  const [member] = await membersOf(org, person);
  await ask(org.admin.userId, "deactivate_member", { p_org: org.id, p_member_id: member?.id });
  expect(await accept(person.userId, token)).toMatchObject(notFound);
  // An invitation that is still open, as by an admin of before the address had changed.
  await superuser`
    insert into public.invitations (org_id, email, roles, token_hash, invited_by)
    values (${org.id}, ${person.email}, '{admin}', sha256(convert_to('open-again', 'UTF8')), ${org.admin.memberId})`;
  expect(await accept(person.userId, "open-again")).toEqual({ outcome: "deactivated" });
  expect(await membersOf(org, person)).toMatchObject([{ active: false, roles: ["requester", "approver"] }]);
});

test("who is a member already keeps their roles", async () => {
  const org = await createOrganization();
  await superuser`
    insert into public.invitations (org_id, email, roles, token_hash, invited_by)
    values (${org.id}, ${org.requester.email}, '{admin}', sha256(convert_to('more-rights', 'UTF8')), ${org.admin.memberId})`;
  expect(await accept(org.requester.userId, "more-rights")).toMatchObject({ outcome: "accepted" });
  expect(await membersOf(org, org.requester)).toMatchObject([{ roles: ["requester"] }]);
});

test("a revocation and an acceptance at once: one of them wins, 30 times", async () => {
  for (let round = 0; round < 30; round++) {
    const { org, person, token, id } = await invited();
    const [accepted, revoked] = await Promise.all([
      accept(person.userId, token),
      ask(org.admin.userId, "revoke_invitation", { p_org: org.id, p_invitation_id: id }),
    ]);
    const members = await membersOf(org, person);
    if (accepted.outcome === "accepted") {
      expect(revoked).toMatchObject({ outcome: "closed" });
      expect(members).toHaveLength(1);
    } else {
      expect(accepted).toMatchObject(notFound);
      expect(revoked).toMatchObject({ outcome: "revoked" });
      expect(members).toHaveLength(0);
    }
  }
});
