import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { type Answer, ask } from "../../support/ask.ts";
import { superuser } from "../../support/postgres.ts";
import { createTeam, type Team } from "../../support/team.ts";

/** A chain of ten entries and its head, as somebody may have written it down. */
async function chainOfTen(): Promise<{ team: Team; head: { p_head_seq: number; p_head_hash: string } }> {
  const team = await createTeam();
  // An address with the character that separates the fields of an entry when it is hashed.
  await superuser`update public.members set email = 'ada|b@example.test' where id = ${team.admin.memberId}`;
  for (let n = 2; n <= 10; n++) {
    await superuser`
      select private.append_audit(${team.id}, ${team.admin.memberId}, 'test.appended', null, null, '{"from": 1}', ${superuser.json({ to: n })})`;
  }
  const { head } = await verify(team);
  const { seq, hash } = head as { seq: number; hash: string };
  return { team, head: { p_head_seq: seq, p_head_hash: hash } };
}

function verify(team: Team, head = {}): Promise<Answer> {
  return ask(team.admin.userId, "verify_audit_chain", { p_org: team.id, ...head });
}

/** What only somebody with the whole machine can do: change rows behind the triggers. */
async function tamper(org: string, work: (sql: TransactionSql, org: string) => Promise<unknown>): Promise<void> {
  await superuser.begin(async (sql) => {
    await sql`alter table public.audit_entries disable trigger user`;
    await work(sql, org);
    await sql`alter table public.audit_entries enable always trigger audit_entries_are_never_changed`;
    await sql`alter table public.audit_entries enable always trigger audit_entries_are_never_emptied`;
  });
}

const set = (assignment: string) => (sql: TransactionSql, org: string) =>
  sql.unsafe(`update public.audit_entries set ${assignment} where org_id = $1 and seq = 5`, [org]);

const rehash = (sql: TransactionSql, org: string) =>
  sql`update public.audit_entries e set hash = private.audit_hash(e) where org_id = ${org} and seq = 5`;

/** Makes every later link right again, head included: a forger who knows the code. */
async function relink(sql: TransactionSql, org: string, from: number, to: number): Promise<void> {
  for (let seq = from; seq <= to; seq++) {
    await sql`
      update public.audit_entries e
      set prev_hash = coalesce((select p.hash from public.audit_entries p where p.org_id = e.org_id and p.seq = e.seq - 1), sha256(''))
      where org_id = ${org} and seq = ${seq}`;
    await sql`update public.audit_entries e set hash = private.audit_hash(e) where org_id = ${org} and seq = ${seq}`;
  }
  await sql`
    update public.audit_heads h set seq = ${to}, hash = (select e.hash from public.audit_entries e where e.org_id = h.org_id and e.seq = ${to})
    where org_id = ${org}`;
}

const forgeries: [string, (sql: TransactionSql, org: string) => Promise<unknown>, number][] = [
  ["one byte of a value", set(`after = '{"to": 6}'`), 5],
  ["a name", set("actor_name = 'Eve'"), 5],
  ["an address", set("actor_email = 'eve@example.test'"), 5],
  ["roles", set("actor_roles = '{admin,approver}'"), 5],
  ["a moment by a microsecond", set("at = at + interval '1 microsecond'"), 5],
  ["the action", set("action = 'test.forged'"), 5],
  ["an order", set("order_id = gen_random_uuid()"), 5],
  ["a reference", set("request_reference = 'CR-000001'"), 5],
  ["text moved from one field to its neighbor", set("actor_name = actor_name || actor_email, actor_email = ''"), 5],
  ["text moved across the separator", set("actor_name = actor_name || '|ada', actor_email = 'b@example.test'"), 5],
  ["null made empty", set("order_number = ''"), 5],
  ["one byte of the hash", set("hash = set_byte(hash, 0, (get_byte(hash, 0) + 1) % 256)"), 5],
  ["one byte of the link", set("prev_hash = set_byte(prev_hash, 0, (get_byte(prev_hash, 0) + 1) % 256)"), 5],
  ["an entry and its own hash", (sql, org) => set(`after = '{"to": 6}'`)(sql, org).then(() => rehash(sql, org)), 6],
  ["an entry taken out", (sql, org) => sql`delete from public.audit_entries where org_id = ${org} and seq = 5`, 5],
  [
    "the first entry taken out",
    (sql, org) => sql`delete from public.audit_entries where org_id = ${org} and seq = 1`,
    1,
  ],
  [
    "two entries swapped",
    async (sql, org) => {
      await sql`update public.audit_entries set seq = 1000 where org_id = ${org} and seq = 5`;
      await sql`update public.audit_entries set seq = 5 where org_id = ${org} and seq = 6`;
      await sql`update public.audit_entries set seq = 6 where org_id = ${org} and seq = 1000`;
    },
    5,
  ],
  [
    "an entry copied in at the end",
    (sql, org) => sql`
      insert into public.audit_entries select (jsonb_populate_record(e, '{"seq": 11}')).* from public.audit_entries e
      where org_id = ${org} and seq = 5`,
    11,
  ],
  ["the tail cut off", (sql, org) => sql`delete from public.audit_entries where org_id = ${org} and seq > 7`, 8],
  ["everything gone", (sql, org) => sql`delete from public.audit_entries where org_id = ${org}`, 1],
  ["the head moved back", (sql, org) => sql`update public.audit_heads set seq = 9 where org_id = ${org}`, 10],
  ["the head's hash", (sql, org) => sql`update public.audit_heads set hash = sha256('x') where org_id = ${org}`, 10],
];

test.each(forgeries)("%s shows, at its place", async (_, forge, seq) => {
  const { team, head } = await chainOfTen();
  expect(await verify(team, head)).toMatchObject({ ok: true, entries: 10, first_bad_seq: null });
  await tamper(team.id, forge);
  expect(await verify(team)).toMatchObject({ ok: false, first_bad_seq: seq });
});

test("a tail cut together with its head shows against a head noted down before", async () => {
  const { team, head } = await chainOfTen();
  await tamper(team.id, async (sql, org) => {
    await sql`delete from public.audit_entries where org_id = ${org} and seq > 7`;
    await relink(sql, org, 7, 7);
  });
  expect(await verify(team)).toMatchObject({ ok: true, entries: 7 });
  expect(await verify(team, head)).toMatchObject({ ok: false, first_bad_seq: 8 });
});

test("a history written anew from an entry on shows against a head noted down before", async () => {
  const { team, head } = await chainOfTen();
  await tamper(team.id, async (sql, org) => {
    await set("actor_name = 'Eve'")(sql, org);
    await relink(sql, org, 5, 10);
  });
  expect(await verify(team)).toMatchObject({ ok: true });
  expect(await verify(team, head)).toMatchObject({ ok: false, first_bad_seq: 10 });
});

test("half a head, or none of ours, is refused instead of raising an alarm", async () => {
  const { team, head } = await chainOfTen();
  const heads = [{ p_head_hash: null }, { p_head_seq: null }, { p_head_seq: 0 }, { p_head_hash: "abc" }];
  for (const half of heads) {
    expect(await verify(team, { ...head, ...half })).toMatchObject({ code: "PT422", reason: "invalid_head" });
  }
});

test("a head noted down earlier still holds when the chain has grown", async () => {
  const { team, head } = await chainOfTen();
  await superuser`select private.append_audit(${team.id}, null, 'test.appended')`;
  expect(await verify(team, head)).toMatchObject({ ok: true, entries: 11 });
  expect(await verify(team, { ...head, p_head_hash: "0".repeat(64) })).toMatchObject({ ok: false, first_bad_seq: 10 });
  expect(await verify(team, { ...head, p_head_seq: 12 })).toMatchObject({ ok: false, first_bad_seq: 12 });
});
