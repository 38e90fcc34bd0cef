import { expect, test } from "vitest";
import { addMember, createOrganization, type Member, type Organization } from "../../support/organization.ts";
import { asMember, superuser } from "../../support/postgres.ts";

const tell = (org: Organization, event: string, members: Member[]) => superuser`
  select private.queue_notification(${org.id}, ${event}, 'request_applied', ${members.map(({ memberId }) => memberId)}, null, null, ${superuser.json({ reference: event })})`;

const choose = (org: Organization, { memberId }: Member, choice: string) => superuser`
  insert into public.notification_choices (org_id, member_id, template, choice)
  values (${org.id}, ${memberId}, 'request_applied', ${choice}::public.notification_choice)`;

test("everybody is told in the app, by mail only who wants it at once", async () => {
  const org = await createOrganization();
  const [gone, digest, none] = await Promise.all([
    addMember(org.id, ["requester"]),
    addMember(org.id, ["requester"]),
    addMember(org.id, ["requester"]),
  ]);
  await superuser`update public.members set active = false, deactivated_at = now() where id = ${gone.memberId}`;
  await choose(org, digest, "digest");
  await choose(org, none, "none");
  for (let again = 0; again < 2; again++) await tell(org, "one:1", [org.requester, digest, none, gone]);

  const items = await superuser`select member_id, choice from public.inbox_items where org_id = ${org.id}`;
  expect(items).toHaveLength(3);
  expect(new Map(items.map(({ member_id, choice }) => [member_id, choice]))).toEqual(
    new Map([
      [org.requester.memberId, "at_once"],
      [digest.memberId, "digest"],
      [none.memberId, "none"],
    ]),
  );
  const mails = await superuser`select recipient_email as email from public.notifications where org_id = ${org.id}`;
  expect([...mails]).toEqual([{ email: org.requester.email }]);
});

test("a choice about another kind of event, or in another organization, changes nothing", async () => {
  const [org, other] = await Promise.all([createOrganization(), createOrganization()]);
  const there = await addMember(other.id, ["requester"], org.requester);
  await choose(other, there, "none");
  await superuser`
    insert into public.notification_choices (org_id, member_id, template, choice)
    values (${org.id}, ${org.requester.memberId}, 'request_rejected', 'none')`;
  await tell(org, "two:1", [org.requester]);
  const mails = await superuser`select recipient_email as email from public.notifications where org_id = ${org.id}`;
  expect([...mails]).toEqual([{ email: org.requester.email }]);
});

test("each member reads what they were told themselves, an admin no more than that", async () => {
  const org = await createOrganization();
  await tell(org, "three:1", [org.requester, org.approver]);
  const seen = (member: Member) =>
    asMember(member.userId, (sql) => sql`select facts ->> 'reference' as reference from public.inbox_items`);
  expect([...(await seen(org.requester))]).toEqual([{ reference: "three:1" }]);
  expect([...(await seen(org.admin))]).toEqual([]);
});
