import postgres, { type TransactionSql } from "postgres";
import { connections } from "./connections.ts";

const settings = { onnotice: () => undefined, idle_timeout: 5, max: 10 };

/** Full sight: to arrange a test and to re-read the rows afterwards. Never the actor of what is tested. */
export const superuser = postgres(connections.adminDatabaseUrl, settings);

/** The role that migrates; the client roles below are taken on its connections. */
const owner = postgres(connections.databaseUrl, { ...settings, max: 120 });

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
  return owner.begin(async (sql) => {
    const text = JSON.stringify({ role, ...claims });
    await sql`select set_config('request.jwt.claims', ${text}, true), set_config('statement_timeout', '45s', true), set_config('role', ${role}, true)`;
    return work(sql);
  }) as Promise<T>;
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
