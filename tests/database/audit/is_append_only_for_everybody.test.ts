import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { connections } from "../../support/connections.ts";
import { footprint } from "../../support/footprint.ts";
import { asAnon, asMember, asServiceRole, superuser } from "../../support/postgres.ts";
import { createTeam, type Team } from "../../support/team.ts";

let team: Team;
beforeAll(async () => {
  team = await createTeam();
});

type Run = (statement: string) => Promise<unknown>;

const actors: Record<string, () => Run> = {
  "an admin": () => (statement) => asMember(team.admin.userId, (sql) => sql.unsafe(statement)),
  anon: () => (statement) => asAnon((sql) => sql.unsafe(statement)),
  "the server's key": () => (statement) => asServiceRole((sql) => sql.unsafe(statement)),
  "the table's owner": () => asOwner,
  "the owner as a replica": () => (statement) => asOwner(`set local session_replication_role = replica; ${statement}`),
  "the superuser": () => (statement) => superuser.unsafe(statement),
  // Where ordinary triggers stay silent, these still fire.
  "the superuser as a replica": () => (statement) =>
    superuser.begin((sql) => sql.unsafe(`set local session_replication_role = replica; ${statement}`)),
};

async function asOwner(statement: string): Promise<unknown> {
  const sql = postgres(connections.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await sql.begin((tx) => tx.unsafe(statement).simple());
  } finally {
    await sql.end();
  }
}

describe.each(Object.keys(actors))("%s", (who) => {
  test.each([
    "update public.audit_entries set action = 'order.forged'",
    "delete from public.audit_entries",
    "truncate public.audit_entries cascade",
  ])("cannot %s", async (statement) => {
    const before = await footprint(team.id);
    const where = statement.startsWith("truncate") ? "" : ` where org_id = '${team.id}'`;
    const run = actors[who]?.();
    await expect(run?.(statement + where)).rejects.toMatchObject({ code: "42501" });
    expect(await footprint(team.id)).toEqual(before);
  });
});

test.each(["an admin", "anon", "the server's key"])(
  "%s cannot write the head or an entry of their own",
  async (who) => {
    const run = actors[who]?.();
    for (const statement of [
      "update public.audit_heads set seq = 0",
      "delete from public.audit_heads",
      `insert into public.audit_entries (org_id, seq, at, action, prev_hash, hash) values ('${team.id}', 99, now(), 'order.forged', '', '')`,
    ]) {
      await expect(run?.(statement)).rejects.toMatchObject({ code: "42501" });
    }
  },
);
