import type { TransactionSql } from "postgres";
import { asMember } from "./postgres.ts";

export type Outcome = { outcome: string; [fact: string]: unknown };

/** Calls a command by its public door with named arguments, in a transaction that is already somebody's. */
export async function callIn<T = Outcome>(
  sql: TransactionSql,
  name: string,
  args: Record<string, unknown> = {},
): Promise<T> {
  const keys = Object.keys(args);
  const list = keys.map((key, index) => `${key} => $${index + 1}`).join(", ");
  const [row] = await sql.unsafe<{ result: T }[]>(
    `select public.${name}(${list}) as result`,
    keys.map((key) => args[key]) as never[],
  );
  if (!row) throw new Error(`${name} returned no row.`);
  return row.result;
}

/** Calls a command as a signed-in person, in a transaction of its own. */
export function call<T = Outcome>(userId: string, name: string, args: Record<string, unknown> = {}): Promise<T> {
  return asMember(userId, (sql) => callIn<T>(sql, name, args));
}

/** The SQLSTATE and message of what a command refused with; undefined when it did not refuse. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string } | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code) throw error;
    return { code, message };
  }
}
