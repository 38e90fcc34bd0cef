import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { age, invite } from "../../support/invitations.ts";
import { addMember, createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const address = () => `new.${crypto.randomUUID()}@example.test`;

async function stand(org: Organization) {
  const rows = await superuser<{ open: boolean; mail: string; told: boolean }[]>`
    select i.revoked_at is null as open, n.state as mail,
      exists (select from public.audit_entries e where e.org_id = i.org_id and e.action = 'invitation.revoked' and e.after ->> 'email' = i.email) as told
    from public.invitations i join public.notifications n on n.org_id = i.org_id and n.recipient_email = i.email
    where i.org_id = ${org.id} order by i.created_at, n.created_at`;
  return [...rows];
}

const endings = {
  "is deactivated": (org, bert) =>
    ask(org.admin.userId, "deactivate_member", { p_org: org.id, p_member_id: bert.memberId }),
  "is no longer an admin": (org, bert) =>
    ask(org.admin.userId, "set_member_roles", { p_org: org.id, p_member_id: bert.memberId, p_roles: ["requester"] }),
  leaves: (org, bert) => ask(bert.userId, "leave_organization", { p_org: org.id }),
} satisfies Record<string, (org: Organization, bert: Awaited<ReturnType<typeof addMember>>) => Promise<unknown>>;

test.each(Object.entries(endings))(
  "when its sender %s an open invitation is revoked, and nobody else's",
  async (_, end) => {
    const org = await createOrganization();
    const bert = await addMember(org.id, ["admin"], "Bert Admin");
    const email = address();
    await invite(org, email, { by: bert });
    await invite(org, address());
    await end(org, bert);
    expect(await stand(org)).toEqual([
      { open: false, mail: "dead", told: true },
      { open: true, mail: "queued", told: false },
    ]);
    expect(await invite(org, email), "the address can be asked again").toMatchObject({ outcome: "invited" });
  },
);

test("whoever sends it again stands behind it", async () => {
  const org = await createOrganization();
  const bert = await addMember(org.id, ["admin"], "Bert Admin");
  const { invitation_id: id } = await invite(org, address(), { by: bert });
  await age(id, "2 minutes");
  await ask(org.admin.userId, "resend_invitation", { p_org: org.id, p_invitation_id: id });
  await endings["is deactivated"](org, bert);
  expect((await stand(org)).map(({ open }) => open)).toEqual([true, true]);
});
