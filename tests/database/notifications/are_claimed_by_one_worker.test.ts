import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connections } from "../../support/connections.ts";
import { createScratchDatabase, type ScratchDatabase } from "../../support/scratch-database.ts";

// A worker takes whatever is due in any organization, so these have a database of their own.
let database: ScratchDatabase;
let org: string;

beforeAll(async () => {
  database = await createScratchDatabase(connections);
  const user = randomUUID();
  await database.superuser`insert into auth.users (id, email) values (${user}, 'ada@example.test')`;
  const [row] = await database.superuser<{ id: string }[]>`
    select (private.found_organization(${user}, 'Ada', 'ada@example.test', 'Northwind', 'UTC', 'USD')).id`;
  org = row?.id ?? "";
});
beforeEach(() => database.superuser`delete from public.notifications`);
afterAll(() => database.drop());

async function queue(count: number): Promise<void> {
  await database.superuser`
    insert into public.notifications (org_id, event, template, recipient_email, facts)
    select ${org}, 'event:' || n, 'request_submitted', 'a' || n || '@example.test', '{}' from generate_series(1, ${count}::int) n`;
}

type Claimed = { id: string; lease: string; attempts: number };

function asServer<T>(query: string, args: unknown[]): Promise<T[]> {
  return database.owner.begin(async (sql) => {
    await sql`select set_config('role', 'service_role', true)`;
    return sql.unsafe(query, args as never[]);
  }) as unknown as Promise<T[]>;
}

const claim = (limit = 20, seconds = 60) =>
  asServer<Claimed>("select id, lease, attempts from public.claim_notifications($1, $2)", [limit, seconds]);

async function settle(mail: Claimed | undefined, outcome: string | null, error: string | null = null): Promise<string> {
  const [row] = await asServer<{ answer: { outcome: string } }>(
    "select public.settle_notification($1, $2, $3, 'provider-1', $4) as answer",
    [mail?.id, mail?.lease, outcome, error],
  );
  return row?.answer.outcome ?? "";
}

const row = async (id: string | undefined) =>
  (
    await database.superuser`
      select state, attempts, lease, last_error, provider_id, sent_at is not null as sent,
        round(extract(epoch from next_attempt_at - now()))::int as due_in from public.notifications where id = ${id ?? ""}`
  )[0];

const expireLease = (id: string | undefined) =>
  database.superuser`update public.notifications set lease_until = now() - interval '1 second' where id = ${id ?? ""}`;

test("eight workers over a thousand mails: every mail to one of them, none twice, none left", async () => {
  await queue(1000);
  const taken: string[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (;;) {
        const mails = await claim(25);
        if (mails.length === 0) return;
        taken.push(...mails.map(({ id }) => id));
        for (const mail of mails.slice(0, 3)) expect(await settle(mail, "sent")).toBe("sent");
      }
    }),
  );
  // A worker that found nothing unlocked has stopped; whatever the others had locked is theirs.
  expect(taken).toHaveLength(1000);
  expect(new Set(taken).size).toBe(1000);
});

test("a mail under a lease is nobody else's until the lease runs out; then the late worker is superseded", async () => {
  await queue(1);
  const [first] = await claim();
  expect(await claim()).toEqual([]);
  await expireLease(first?.id);
  const [second] = await claim();
  expect(second).toMatchObject({ id: first?.id, attempts: 2 });
  expect(second?.lease).not.toBe(first?.lease);
  expect(await settle(first, "sent")).toBe("superseded");
  expect(await row(first?.id)).toMatchObject({ state: "sending", sent: false });
  expect(await settle(second, "sent")).toBe("sent");
  expect(await settle(second, "failed"), "settled twice").toBe("superseded");
  expect(await row(first?.id)).toMatchObject({ state: "sent", sent: true, provider_id: "provider-1", lease: null });
  expect(await claim()).toEqual([]);
});

test("pauses double from half a minute to an hour; the tenth failure is the last", async () => {
  await queue(1);
  const pauses: number[] = [];
  let id: string | undefined;
  for (let attempt = 1; attempt <= 10; attempt++) {
    const [mail] = await claim();
    id = mail?.id;
    expect(mail?.attempts).toBe(attempt);
    expect(await settle(mail, "failed", `try ${attempt}`)).toBe(attempt === 10 ? "dead" : "failed");
    const settled = await row(id);
    expect(settled).toMatchObject({ last_error: `try ${attempt}`, lease: null });
    pauses.push(Number(settled?.due_in));
    expect(await claim(), "not before its time").toEqual([]);
    await database.superuser`update public.notifications set next_attempt_at = now() where id = ${id ?? ""}`;
  }
  const expected = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600];
  for (const [index, pause] of pauses.entries())
    expect(Math.abs(pause - (expected[index] ?? 0))).toBeLessThanOrEqual(20);
  expect(await claim(), "dead stays dead").toEqual([]);
});

test("an attempt whose end nobody knows is repeated for 23 hours, then waits for a person", async () => {
  await queue(2);
  const [early, late] = await claim();
  await database.superuser`update public.notifications set last_attempt_at = now() - interval '22 hours 59 minutes' where id = ${early?.id ?? ""}`;
  await database.superuser`update public.notifications set last_attempt_at = now() - interval '23 hours 1 minute' where id = ${late?.id ?? ""}`;
  await expireLease(early?.id);
  await expireLease(late?.id);
  expect((await claim()).map(({ id }) => id)).toEqual([early?.id]);
  expect(await row(late?.id)).toMatchObject({
    state: "dead",
    lease: null,
    last_error: expect.stringContaining("unknown"),
  });
});

test("a refusal after an attempt without an answer does not make that attempt known", async () => {
  await queue(2);
  const [unknown, known] = await claim();
  const fail = (mail: Claimed | undefined, isUnknown: boolean) => database.superuser`
    select public.settle_notification(${mail?.id ?? ""}, ${mail?.lease ?? ""}, 'failed', null, 'no', null, ${isUnknown})`;
  const later = (mail: Claimed | undefined) => database.superuser`
    update public.notifications set next_attempt_at = now() - interval '1 minute',
      maybe_sent_at = maybe_sent_at - interval '24 hours', last_attempt_at = last_attempt_at - interval '24 hours' where id = ${mail?.id ?? ""}`;
  await fail(unknown, true);
  await fail(known, false);
  await later(known);
  await database.superuser`update public.notifications set next_attempt_at = now() where id = ${unknown?.id ?? ""}`;
  const [again] = (await claim()).filter(({ id }) => id === unknown?.id);
  await fail(again, false);
  await later(unknown);
  expect(await claim(), "neither the one nor, under its lease, the other").toEqual([]);
  expect(await row(unknown?.id)).toMatchObject({ state: "dead", last_error: expect.stringContaining("unknown") });
  expect(await row(known?.id)).toMatchObject({ state: "sending" });
});

test("settling asks for a known outcome, the right lease and a bounded error", async () => {
  await queue(1);
  const [mail] = await claim();
  for (const outcome of ["queued", "sending", "", null]) {
    await expect(settle(mail, outcome)).rejects.toMatchObject({ code: "PT422", message: "unknown_outcome" });
  }
  expect(await settle({ id: mail?.id ?? "", lease: randomUUID(), attempts: 1 }, "sent")).toBe("superseded");
  expect(await settle(mail, "failed", "x".repeat(10_000))).toBe("failed");
  expect((await row(mail?.id))?.last_error).toHaveLength(2000);
});

test("no more than a hundred are taken at a time, and the most overdue first", async () => {
  await queue(150);
  await database.superuser`update public.notifications set next_attempt_at = now() - interval '1 hour' where recipient_email = 'a77@example.test'`;
  const mails = await claim(100_000);
  expect(mails).toHaveLength(100);
  const [first] = await database.superuser<
    { id: string }[]
  >`select id from public.notifications where recipient_email = 'a77@example.test'`;
  expect(mails.map(({ id }) => id)).toContain(first?.id);
});
