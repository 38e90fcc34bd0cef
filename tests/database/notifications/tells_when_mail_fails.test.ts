import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MailOffice } from "../../support/mail-office.ts";

let office: MailOffice;
beforeAll(async () => {
  office = await MailOffice.open();
});
beforeEach(() => office.database.superuser`delete from public.notifications`);
afterAll(() => office.database.drop());

type Trouble = {
  failing_since: string | null;
  waiting: number;
  dead: number;
  suppressed: number;
  last_error: string | null;
};
const trouble = () => office.call<Trouble>("mail_trouble", {});
const isFailing = async () => (await trouble()).failing_since !== null;

test("nothing to send, or nothing late, is no failure", async () => {
  expect(await trouble()).toMatchObject({ failing_since: null, waiting: 0, dead: 0, last_error: null });
  const [id] = await office.queue("a@example.test");
  expect(await isFailing()).toBe(false);
  await office.ages(id, "4 minutes 50 seconds");
  expect(await isFailing()).toBe(false);
  expect(await trouble()).toMatchObject({ waiting: 1 });
});

test("a mail that nobody takes for five minutes is one, and it ends with the first that leaves", async () => {
  const [id] = await office.queue("a@example.test");
  await office.ages(id, "5 minutes");
  expect(await isFailing()).toBe(true);
  const [mail] = await office.claim();
  await office.settle(mail, "sent");
  expect(await isFailing()).toBe(false);
});

test("so are attempts that fail, counted from the first, with what the mail server said", async () => {
  const [id] = await office.queue("a@example.test");
  const [mail] = await office.claim();
  await office.settle(mail, "failed");
  expect(await isFailing()).toBe(false);
  await office.ages(id, "6 minutes");
  expect(await trouble()).toMatchObject({ failing_since: expect.any(String), waiting: 1, last_error: "why" });
});

test("one stubborn recipient among mail that leaves is not", async () => {
  const [stubborn] = await office.queue("a@example.test");
  await office.settle((await office.claim())[0], "failed");
  await office.ages(stubborn, "6 minutes");
  await office.queue("b@example.test");
  await office.settle(
    (await office.claim()).find(({ email }) => email === "b@example.test"),
    "sent",
  );
  expect(await isFailing()).toBe(false);
});

test("what was given up for want of an answer counts for a day; what was refused for good does not", async () => {
  const [id] = await office.queue("a@example.test");
  await office.settle((await office.claim())[0], "dead");
  await office.ages(id, "6 minutes");
  expect(await trouble()).toMatchObject({ failing_since: null, dead: 1 });
  await office.database.superuser`update public.notifications set attempts = 10 where id = ${id ?? ""}`;
  expect(await isFailing()).toBe(true);
  await office.ages(id, "25 hours");
  expect(await isFailing()).toBe(false);
});

test("held mail is nobody's failure", async () => {
  const [id] = await office.queue("a@example.test");
  await office.database.superuser`update public.notifications set state = 'suppressed' where id = ${id ?? ""}`;
  await office.ages(id, "1 hour");
  expect(await trouble()).toMatchObject({ failing_since: null, suppressed: 1 });
});

test("the monitor hears of the organization that has failed longest, and of nothing else", async () => {
  const health = async () =>
    (await office.database.owner.begin(async (sql) => {
      await sql`select set_config('role', 'service_role', true)`;
      const [row] = await sql<{ answer: { failing_since: string | null } }[]>`select public.mail_health() as answer`;
      return row?.answer;
    })) as { failing_since: string | null };
  expect(await health()).toEqual({ failing_since: null });
  const [id] = await office.queue("a@example.test");
  await office.ages(id, "10 minutes");
  expect(await health()).toEqual({ failing_since: (await trouble()).failing_since });
});

test("the list is found by part of an address, by request, by state, and pages", async () => {
  await office.queue("anna@one.test", "bert@two.test", "bob_x@two.test");
  const [mail] = await office.claim(1);
  await office.settle(mail, "dead");
  const find = async (args: Record<string, unknown>) => {
    const rows = await office.database.owner.begin(async (sql) => {
      await sql`select set_config('request.jwt.claims', ${JSON.stringify({ sub: office.userId })}, true), set_config('role', 'authenticated', true)`;
      return sql<{ recipient_email: string; total_count: string; retry: string }[]>`
        select * from public.search_mail(${office.org}, ${String(args.view ?? "all")}, ${String(args.query ?? "")}, ${Number(args.limit ?? 50)}, ${Number(args.offset ?? 0)})`;
    });
    return rows.map(({ recipient_email }) => recipient_email).sort();
  };
  expect(await find({})).toHaveLength(3);
  expect(await find({ query: "TWO.test" })).toEqual(["bert@two.test", "bob_x@two.test"]);
  expect(await find({ query: "b_x" }), "the underscore is a letter").toEqual(["bob_x@two.test"]);
  expect(await find({ query: "%" })).toEqual([]);
  expect(await find({ view: "dead" })).toHaveLength(1);
  expect(await find({ view: "waiting" })).toHaveLength(2);
  expect(await find({ limit: 2 })).toHaveLength(2);
  expect(await find({ limit: 2, offset: 2 })).toHaveLength(1);
  await expect(find({ view: "secret" })).rejects.toMatchObject({ code: "PT422" });
});
