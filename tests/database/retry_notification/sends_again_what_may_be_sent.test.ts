import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MailOffice } from "../../support/mail-office.ts";

let office: MailOffice;
beforeAll(async () => {
  office = await MailOffice.open();
});
beforeEach(async () => {
  await office.database.superuser`delete from public.suppressed_addresses`;
  await office.database.superuser`delete from public.notifications`;
});
afterAll(() => office.database.drop());

const retry = (id: string | undefined, mayArriveTwice = false) =>
  office.call("retry_notification", { p_notification_id: id, p_may_arrive_twice: mayArriveTwice });

/** A mail that was given up, as often as it was tried without an answer. */
async function dead(email = "a@example.test", isUnknown = false): Promise<string | undefined> {
  const [id] = await office.queue(email);
  const [mail] = await office.claim();
  await office.settle(mail, isUnknown ? "failed" : "dead", { isUnknown });
  if (isUnknown) await office.database.superuser`update public.notifications set state = 'dead' where id = ${id ?? ""}`;
  return id;
}

test("a mail that was refused goes out again under its key, with all its attempts before it", async () => {
  const id = await dead();
  const before = (await office.audited()).length;
  expect(await retry(id)).toMatchObject({ outcome: "queued", is_anew: false });
  expect(await retry(id), "a double click").toMatchObject({ outcome: "unchanged", state: "queued" });
  const [mail] = await office.claim();
  expect(mail).toMatchObject({ id, issue: 1, attempts: 1 });
  expect((await office.audited()).slice(before)).toEqual(["mail.retried"]);
  expect(await retry(id), "while it is on its way").toMatchObject({ outcome: "unchanged", state: "sending" });
  await office.settle(mail, "sent", { providerId: "p-1" });
  expect(await retry(id), "once it has arrived").toMatchObject({ outcome: "unchanged", state: "sent" });
});

test("within 23 hours an unknown outcome is asked again under the same key", async () => {
  const id = await dead("a@example.test", true);
  await office.ages(id, "22 hours 50 minutes");
  expect(await retry(id)).toMatchObject({ outcome: "queued", is_anew: false });
  expect((await office.claim())[0]).toMatchObject({ id, issue: 1 });
});

test("after 23 hours it goes out under a new key, and only after a yes", async () => {
  const id = await dead("a@example.test", true);
  await office.ages(id, "23 hours 10 minutes");
  expect(await retry(id)).toMatchObject({ outcome: "may_arrive_twice" });
  expect(await office.row(id)).toMatchObject({ state: "dead", issue: 1 });
  expect(await retry(id, true)).toMatchObject({ outcome: "queued", is_anew: true });
  expect((await office.claim())[0]).toMatchObject({ id, issue: 2 });
  expect(await office.row(id)).toMatchObject({ maybe_sent_at: null });
});

test("the yes is not needed, and changes no key, where nothing is unknown", async () => {
  const id = await dead();
  await office.ages(id, "3 days");
  expect(await retry(id, true)).toMatchObject({ outcome: "queued", is_anew: false });
});

test("what waits in the queue past the 23 hours is not sent by the machine either", async () => {
  const id = await dead("a@example.test", true);
  await office.ages(id, "22 hours 50 minutes");
  await retry(id);
  await office.ages(id, "1 hour");
  // Queued by a person while it was safe; claimed when it is not any more.
  expect(await office.claim()).toEqual([]);
  expect(await office.row(id)).toMatchObject({ state: "dead" });
});

test("nothing goes to a held address, and an invitation needs a new link", async () => {
  const id = await dead("held@example.test");
  await office.database.superuser`
    insert into public.suppressed_addresses (org_id, email, reason, detail, notification_id, suppressed_at)
    values (${office.org}, 'held@example.test', 'bounced', '', ${id ?? ""}, now())`;
  expect(await retry(id, true)).toMatchObject({ outcome: "address_suppressed" });
  const [invitation] = await office.queue("new@example.test");
  await office.database.superuser`
    update public.notifications set template = 'invitation', state = 'dead' where id = ${invitation ?? ""}`;
  expect(await retry(invitation, true)).toMatchObject({ outcome: "use_invitation" });
});

test("all that was given up, without what a person has to say yes to; then with it", async () => {
  const [refused, unknown, held] = [await dead("a@x.test"), await dead("b@x.test", true), await dead("c@x.test")];
  await office.ages(unknown, "2 days");
  await office.database.superuser`
    insert into public.suppressed_addresses (org_id, email, reason, detail, notification_id, suppressed_at)
    values (${office.org}, 'c@x.test', 'complained', '', ${held ?? ""}, now())`;
  const before = (await office.audited()).length;
  expect(await office.call("retry_dead_notifications", {})).toMatchObject({
    queued: 1,
    may_arrive_twice: 1,
    address_suppressed: 1,
    use_invitation: 0,
  });
  expect((await office.claim()).map(({ id }) => id)).toEqual([refused]);
  expect(await office.call("retry_dead_notifications", { p_may_arrive_twice: true })).toMatchObject({ queued: 1 });
  expect(await office.claim()).toMatchObject([{ id: unknown, issue: 2 }]);
  expect(await office.call("retry_dead_notifications", { p_may_arrive_twice: true })).toMatchObject({ queued: 0 });
  expect((await office.audited()).slice(before), "nothing sent, nothing told").toEqual([
    "mail.all_retried",
    "mail.all_retried",
  ]);
});

test("two admins at once: one sends it, the other sees that it is on its way", async () => {
  const id = await dead();
  const answers = await Promise.all([retry(id), retry(id), retry(id)]);
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["queued", "unchanged", "unchanged"]);
});
