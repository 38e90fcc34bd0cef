import postgres, { type Sql, type TransactionSql } from "postgres";
import { connections } from "./connections.ts";

/** Full sight: to arrange a test and to re-read the rows afterwards. Never the actor of what is tested. */
export const superuser = pool("superuser", connections.adminDatabaseUrl, { max: 10 });

// The role that migrates; the client roles below are taken on its connections. A few of them stay open: to read its catalogue
// and to compile every function again costs a new connection more than most tests do. Only crowds get more, while they last.
const few = { pool: pool("few", connections.databaseUrl, { max: 4 }), max: 4, busy: 0 };
const crowd = pool("crowd", connections.databaseUrl, { max: 116, idle_timeout: 2 });

export type ClientRole = "anon" | "authenticated" | "service_role";

/**
 * One transaction as a request of the API would run it: the role and its claims, then the work. The time limit is longer than
 * the API's eight seconds: a hundred people at once on a busy machine wait for one another, and no test is about how long.
 */
export function asRole<T>(
  role: ClientRole,
  claims: Record<string, unknown>,
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  return onSomeConnection((owner) =>
    owner.begin(async (sql) => {
      const text = JSON.stringify({ role, ...claims });
      await sql`select set_config('request.jwt.claims', ${text}, true), set_config('statement_timeout', '45s', true), set_config('role', ${role}, true)`;
      return work(sql);
    }),
  ) as Promise<T>;
}

async function onSomeConnection<T>(work: (owner: Sql) => Promise<T>): Promise<T> {
  if (few.busy === few.max) return work(crowd);
  few.busy += 1;
  try {
    return await work(few.pool);
  } finally {
    few.busy -= 1;
  }
}

/** One transaction as a signed-in person. Commits unless the work throws. */
export function asMember<T>(userId: string, work: (sql: TransactionSql) => Promise<T>): Promise<T> {
  return asRole("authenticated", { sub: userId, aud: "authenticated" }, work);
}

export function asAnon<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> {
  return asRole("anon", {}, work);
}

export function asServiceRole<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> {
  return asRole("service_role", {}, work);
}

/** One pool for all test files of a process, each of which loads this module anew. */
function pool(name: string, url: string, options: { max: number; idle_timeout?: number }): Sql {
  const pools = globalThis as unknown as Record<string, Sql | undefined>;
  pools[`test pool ${name}`] ??= postgres(url, { onnotice: () => undefined, ...options });
  return pools[`test pool ${name}`] as Sql;
}
