import { expect, test } from "vitest";
import { call, refusal } from "../../support/command.ts";
import { createOrganization, type Member, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const choose = (org: Organization, member: Member, choices: unknown) =>
  call(member.userId, "set_notification_choices", { p_org: org.id, p_choices: choices });

const chosen = async ({ memberId }: Member) =>
  Object.fromEntries(
    (await superuser`select template, choice from public.notification_choices where member_id = ${memberId}`).map(
      ({ template, choice }) => [template, choice],
    ),
  );

test("choices are kept, one by one, and only a change is told to the trail", async () => {
  const org = await createOrganization();
  expect(await choose(org, org.requester, { request_applied: "digest", request_rejected: "none" })).toMatchObject({
    outcome: "saved",
  });
  expect(await choose(org, org.requester, { request_applied: "digest" })).toMatchObject({ outcome: "unchanged" });
  expect(await choose(org, org.requester, { request_applied: "at_once", request_returned: "at_once" })).toMatchObject({
    outcome: "saved",
  });
  expect(await chosen(org.requester)).toEqual({ request_applied: "at_once", request_rejected: "none" });
  expect(await chosen(org.approver)).toEqual({});
  const trail = await superuser`
    select actor_id, before, after from public.audit_entries where org_id = ${org.id} and action = 'member.choices_changed' order by seq`;
  expect([...trail]).toEqual([
    {
      actor_id: org.requester.memberId,
      before: { request_applied: "at_once", request_rejected: "at_once" },
      after: { request_applied: "digest", request_rejected: "none" },
    },
    { actor_id: org.requester.memberId, before: { request_applied: "digest" }, after: { request_applied: "at_once" } },
  ]);
});

test.each([
  ["mail without a choice", { invitation: "none" }],
  ["a kind that isn't one", { everything: "none" }],
  ["a choice that isn't one", { request_applied: "never" }],
  ["nothing", { request_applied: null }],
  ["the digest in the digest", { morning_digest: "digest" }],
  ["a reminder in the morning", { request_reminder: "digest" }],
  ["a list", []],
  ["a text", "none"],
  ["no choices", null],
])("%s is refused, and nothing of it kept", async (_, choices) => {
  const org = await createOrganization();
  const sent =
    Array.isArray(choices) || choices === null || typeof choices === "string"
      ? choices
      : { request_rejected: "none", ...choices };
  expect(await refusal(choose(org, org.requester, sent === null ? null : superuser.json(sent as never)))).toMatchObject(
    { code: "PT422" },
  );
  expect(await chosen(org.requester)).toEqual({});
});

test("one is read, or all up to a moment; nobody reads for somebody else", async () => {
  const org = await createOrganization();
  const tell = (event: string, minutesAgo: number) =>
    superuser`
    with told as (
      select private.queue_notification(${org.id}, ${event}, 'request_applied', array[${org.requester.memberId}::uuid, ${org.approver.memberId}::uuid], null, null, '{}')
    ) select from told`.then(
      () => superuser`
    update public.inbox_items set created_at = now() - make_interval(mins => ${minutesAgo}) where org_id = ${org.id} and event = ${event}`,
    );
  await tell("one", 30);
  await tell("two", 20);
  await tell("three", 10);
  const unread = async ({ memberId }: Member) =>
    (
      await superuser`select event from public.inbox_items where member_id = ${memberId} and read_at is null order by created_at`
    ).map(({ event }) => event);
  const mark = (member: Member, args: object) =>
    call(member.userId, "mark_notifications_read", { p_org: org.id, ...args });

  const [own] =
    await superuser`select id from public.inbox_items where member_id = ${org.requester.memberId} and event = 'three'`;
  expect(await refusal(mark(org.approver, { p_item_id: own?.id }))).toMatchObject({ code: "PT404" });
  expect(await mark(org.requester, { p_item_id: own?.id })).toMatchObject({ count: 1 });
  expect(await mark(org.requester, { p_item_id: own?.id }), "read is read").toMatchObject({ count: 0 });
  const [two] = await superuser<{ at: string }[]>`
    select created_at::text as at from public.inbox_items where member_id = ${org.approver.memberId} and event = 'two'`;
  expect(await mark(org.approver, { p_until: two?.at })).toMatchObject({ count: 2 });
  expect(await unread(org.approver)).toEqual(["three"]);
  expect(await unread(org.requester)).toEqual(["one", "two"]);
  expect(await mark(org.requester, {})).toMatchObject({ count: 2 });
});
