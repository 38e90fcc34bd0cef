import { beforeEach, expect, test } from "vitest";
import { writeMail } from "@/lib/notifications/write-mail";
import { call } from "../../support/command.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, createOrganization, type Member, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";

/** How many are told at a moment; null where it is not the organization's morning, or its day is done. */
async function digestAt(org: Organization, at: string): Promise<number | null> {
  const [row] = await superuser<{ queued: number | null }[]>`
    select private.queue_morning_digest(g, ${at}::timestamptz) as queued from public.organizations g where g.id = ${org.id}`;
  return row?.queued ?? null;
}

type Digest = {
  email: string;
  facts: { waiting: { count: number; requests: { reference: string }[] } | null; held: unknown[]; decided: object };
};

const digests = (org: Organization) => superuser<Digest[]>`
  select recipient_email as email, facts from public.notifications
  where org_id = ${org.id} and template = 'morning_digest' order by event, recipient_email`;

async function waiting(org: Organization, by: Member = org.requester, shipDate = "2099-06-01") {
  const order = await createOrder(org.id, { shipDate });
  return submitted(by, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
}

let org: Organization;
beforeEach(async () => {
  org = await createOrganization();
});

test("whoever may decide hears once in the morning what waits, most urgent first", async () => {
  const both = await addMember(org.id, ["requester", "approver"], "Sam Senior");
  const later = await waiting(org, org.requester, "2099-06-03");
  const sooner = await waiting(org, org.requester, "2099-06-02");
  const own = await waiting(org, both, "2099-06-01");
  expect(await digestAt(org, "2099-01-05T06:59:00Z")).toBeNull();
  expect(await digestAt(org, "2099-01-05T07:00:00Z")).toBe(2);
  expect(await digestAt(org, "2099-01-05T07:01:00Z"), "the next minute").toBeNull();
  const told = await digests(org);
  const references = (email: string) =>
    told.find((digest) => digest.email === email)?.facts.waiting?.requests.map(({ reference }) => reference);
  expect(references(org.approver.email)).toEqual([own.reference, sooner.reference, later.reference]);
  expect(references(both.email), "nobody decides their own").toEqual([sooner.reference, later.reference]);
  expect(await digestAt(org, "2099-01-06T07:00:00Z"), "the next day").toBe(2);
});

test("two schedulers at once make one digest", async () => {
  await waiting(org);
  const at = "2099-01-05T07:00:00Z";
  const answers = await Promise.all(Array.from({ length: 5 }, () => digestAt(org, at)));
  expect(answers.filter((queued) => queued !== null)).toEqual([1]);
  expect(await digests(org)).toHaveLength(1);
});

test("nothing waits, nothing comes; and what arrives at nine is tomorrow's", async () => {
  expect(await digestAt(org, "2099-01-05T07:00:00Z")).toBe(0);
  await waiting(org);
  expect(await digestAt(org, "2099-01-05T09:00:00Z")).toBeNull();
  expect(await digestAt(org, "2099-01-06T07:30:00Z")).toBe(1);
});

test("a scheduler that slept until the afternoon sends no morning", async () => {
  await waiting(org);
  expect(await digestAt(org, "2099-01-05T12:00:00Z")).toBeNull();
  expect(await digestAt(org, "2099-01-06T11:59:00Z")).toBe(1);
});

test("the hour is the organization's own, on the days when its clocks change too", async () => {
  await superuser`update public.organizations set time_zone = 'America/New_York', digest_at = '02:30' where id = ${org.id}`;
  await waiting(org);
  // 8 March 2099 has no 02:30: the clock goes from 01:59 to 03:00.
  expect(await digestAt(org, "2099-03-08T06:59:00Z")).toBeNull();
  expect(await digestAt(org, "2099-03-08T07:00:00Z")).toBe(1);
  expect(await digestAt(org, "2099-03-08T08:00:00Z")).toBeNull();
  // 1 November 2099 has 01:30 twice.
  await superuser`update public.organizations set digest_at = '01:30' where id = ${org.id}`;
  expect(await digestAt(org, "2099-11-01T05:30:00Z")).toBe(1);
  expect(await digestAt(org, "2099-11-01T06:30:00Z")).toBeNull();
});

test("what was to come in the morning comes once, without what was read by then", async () => {
  await call(org.requester.userId, "set_notification_choices", {
    p_org: org.id,
    p_choices: { request_rejected: "digest", request_returned: "digest" },
  });
  const [rejected, returned] = [await waiting(org), await waiting(org)];
  await decide(org.approver, rejected, "reject", { note: "No stock" });
  await decide(org.approver, returned, "return", { note: "Which one?" });
  const [read] = await superuser<{ id: string }[]>`
    select id from public.inbox_items where org_id = ${org.id} and template = 'request_returned'`;
  await call(org.requester.userId, "mark_notifications_read", { p_org: org.id, p_item_id: read?.id });
  expect(await digestAt(org, "2099-01-05T07:00:00Z")).toBe(1);
  const [digest] = await digests(org);
  expect(digest).toMatchObject({
    email: org.requester.email,
    facts: { waiting: null, held: [{ template: "request_rejected" }] },
  });
  const mail = writeMail("morning_digest", digest?.facts, { createdAt: "2099-01-05T07:00:00Z", appUrl: "" });
  expect(mail.lists).toMatchObject([
    { title: "Held for this morning", rows: [{ title: `${rejected.reference} was rejected` }] },
  ]);
  expect(mail.link.href).toBe(`/${org.slug}/notifications`);
  expect(await digestAt(org, "2099-01-06T07:00:00Z")).toBe(0);
});

test("who turned it off is left alone", async () => {
  await waiting(org);
  await call(org.approver.userId, "set_notification_choices", { p_org: org.id, p_choices: { morning_digest: "none" } });
  expect(await digestAt(org, "2099-01-05T07:00:00Z")).toBe(0);
});

test("yesterday is counted in the organization's own day", async () => {
  await superuser`update public.organizations set time_zone = 'Asia/Tokyo' where id = ${org.id}`;
  await waiting(org);
  const decided = [await waiting(org), await waiting(org), await waiting(org)];
  for (const request of decided) await decide(org.approver, request, "reject", { note: "No" });
  // 5 January in Tokyo is 4 January 15:00 to 5 January 15:00 UTC.
  const times = ["2099-01-04T14:59:00Z", "2099-01-04T15:00:00Z", "2099-01-05T14:59:00Z"];
  for (const [index, request] of decided.entries())
    await superuser`update public.decisions set decided_at = ${times[index] ?? ""} where request_id = ${request.id}`;
  expect(await digestAt(org, "2099-01-05T22:00:00Z")).toBe(1);
  expect((await digests(org))[0]?.facts.decided).toEqual({ rejected: 2 });
});
