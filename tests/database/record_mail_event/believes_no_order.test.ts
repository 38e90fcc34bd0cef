import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MailOffice } from "../../support/mail-office.ts";

let office: MailOffice;
beforeAll(async () => {
  office = await MailOffice.open();
});
beforeEach(async () => {
  await office.database.superuser`delete from public.suppressed_addresses`;
  await office.database.superuser`delete from private.mail_events`;
  await office.database.superuser`delete from public.notifications`;
});
afterAll(() => office.database.drop());

/** A mail that the provider took under the id "p-<address>". */
async function sent(email = "a@example.test"): Promise<string | undefined> {
  const [id] = await office.queue(email);
  const mail = (await office.claim()).find((one) => one.id === id);
  await office.settle(mail, "sent", { providerId: `p-${email}` });
  return id;
}

const held = async () =>
  (await office.database.superuser`select email from public.suppressed_addresses where cleared_at is null`).map(
    ({ email }) => email,
  );

test("a report is recorded once, however often it comes", async () => {
  const id = await sent();
  expect(await office.report("e-1", "p-a@example.test", "delivered")).toBe("recorded");
  expect(await office.report("e-1", "p-a@example.test", "delivered")).toBe("replayed");
  expect(await office.report("e-1", "p-a@example.test", "bounced", { isPermanent: true })).toBe("replayed");
  expect(await office.row(id)).toMatchObject({ state: "sent", bounced_at: null, delivered_at: expect.any(Date) });
  expect(await held()).toEqual([]);
  const again = await Promise.all([1, 2, 3].map(() => office.report("e-2", "p-a@example.test", "complained")));
  expect(again.sort()).toEqual(["recorded", "replayed", "replayed"]);
  expect(await office.audited()).toContain("address.suppressed");
});

test("a late “delivered” takes no bounce back, and each keeps its own time", async () => {
  const id = await sent();
  await office.report("e-1", "p-a@example.test", "bounced", { isPermanent: true, minutes: -1 });
  await office.report("e-2", "p-a@example.test", "delivery_delayed", { minutes: -20 });
  await office.report("e-3", "p-a@example.test", "delivered", { minutes: -10 });
  await office.report("e-4", "p-a@example.test", "delivered", { minutes: -12 });
  const row = await office.row(id);
  const times = [row.delayed_at, row.delivered_at, row.bounced_at].map((time) => (time as Date).getTime());
  expect(times).toEqual([...times].sort());
  expect((times[2] ?? 0) - (times[1] ?? 0), "the first of two deliveries").toBeGreaterThan(10 * 60_000);
  expect(row).toMatchObject({ delivery_detail: "No such user" });
  expect(await held()).toEqual(["a@example.test"]);
});

test("a report that overtakes our own note of the mail waits for it", async () => {
  const [id] = await office.queue("early@example.test");
  const [mail] = await office.claim();
  expect(await office.report("e-1", "p-early", "bounced", { isPermanent: true })).toBe("unmatched");
  await office.settle(mail, "sent", { providerId: "p-early" });
  expect(await office.row(id)).toMatchObject({ bounced_at: expect.any(Date) });
  expect(await held()).toEqual(["early@example.test"]);
});

test("report and note at the same moment: one of them sees the other", async () => {
  const mails = await office.queue(...Array.from({ length: 20 }, (_, n) => `${n}@example.test`));
  const claimed = await office.claim();
  await Promise.all(
    claimed.flatMap((mail) => [
      office.settle(mail, "sent", { providerId: `p-${mail.id}` }),
      office.report(`e-${mail.id}`, `p-${mail.id}`, "bounced", { isPermanent: true }),
    ]),
  );
  for (const id of mails) expect(await office.row(id)).toMatchObject({ state: "sent", bounced_at: expect.any(Date) });
  expect(await held()).toHaveLength(20);
});

test("further mail to the address is held, mail to others leaves", async () => {
  await sent("gone@example.test");
  await office.report("e-1", "p-gone@example.test", "complained");
  const [to] = await office.queue("gone@example.test", "fine@example.test");
  expect((await office.claim(1)).map(({ email }) => email)).toEqual(["fine@example.test"]);
  expect(await office.row(to)).toMatchObject({
    state: "suppressed",
    attempts: 0,
    last_error: "Held: the recipient reported an earlier mail as spam.",
  });
});

test("a bounce that may pass holds nothing", async () => {
  const id = await sent();
  await office.report("e-1", "p-a@example.test", "bounced", { isPermanent: false });
  expect(await office.row(id)).toMatchObject({ bounced_at: expect.any(Date) });
  expect(await held()).toEqual([]);
});

test("once cleared, mail goes there again; an old report does not bring the hold back, a new one does", async () => {
  const bounced = await sent();
  await office.report("e-1", "p-a@example.test", "bounced", { isPermanent: true });
  const [waiting] = await office.queue("a@example.test");
  expect(await office.claim()).toEqual([]);
  expect(await office.call("clear_address", { p_email: "A@Example.test" })).toMatchObject({
    outcome: "cleared",
    mails: 0,
  });
  expect(await office.row(waiting), "not without being asked for").toMatchObject({ state: "suppressed" });
  expect(await office.call("clear_address", { p_email: "a@example.test" })).toMatchObject({ outcome: "unchanged" });

  await office.report("e-2", "p-a@example.test", "bounced", { isPermanent: true, minutes: -5 });
  expect(await held()).toEqual([]);
  expect(await office.call("retry_notification", { p_notification_id: waiting })).toMatchObject({ outcome: "queued" });
  expect(await office.call("retry_notification", { p_notification_id: bounced })).toMatchObject({
    outcome: "queued",
    is_anew: true,
  });
  const mails = await office.claim();
  expect(mails).toHaveLength(2);
  for (const mail of mails) await office.settle(mail, "sent", { providerId: `again-${mail.id}` });
  await office.report("e-3", `again-${waiting}`, "bounced", { isPermanent: true });
  expect(await held()).toEqual(["a@example.test"]);
  await office.queue("a@example.test");
  await office.claim();
  expect(await office.call("clear_address", { p_email: "a@example.test", p_send_held: true })).toMatchObject({
    mails: 1,
  });
  expect(await office.claim()).toHaveLength(1);
});

test("what is no event is refused", async () => {
  await expect(office.report("e-1", "p-1", "opened")).rejects.toMatchObject({ code: "PT422" });
  await expect(office.report("", "p-1", "delivered")).rejects.toMatchObject({ code: "PT422" });
  await expect(office.report("e-1", "x".repeat(201), "delivered")).rejects.toMatchObject({ code: "PT422" });
});
