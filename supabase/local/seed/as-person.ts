import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

export type Outcome = { outcome: string; [fact: string]: unknown };
export type Command = (name: string, args: Record<string, unknown>) => Promise<Outcome>;

/** Calls commands as a signed-in person, by the same doors and with the same rights as the app. */
export function asPerson(sql: Sql, userId: string): Command {
  return async (name, args) => {
    const keys = Object.keys(args);
    const list = keys.map((key, index) => `${key} => $${index + 1}`).join(", ");
    const rows = await sql.begin(async (tx) => {
      const claims = JSON.stringify({ sub: userId, role: "authenticated" });
      await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`;
      return tx.unsafe<{ answer: Outcome }[]>(
        `select public.${name}(${list}) as answer`,
        keys.map((key) => args[key]) as never[],
      );
    });
    const answer = rows[0]?.answer;
    if (!answer) throw new Error(`${name} gave no answer.`);
    return answer;
  };
}

/** Every call of a seed is meant once. */
export function newKey(): string {
  return `seed-${randomUUID()}`;
}

/** Stops the seed when a command did not do what the demo is to show. */
export function insist(answer: Outcome, ...outcomes: string[]): Outcome {
  if (!outcomes.includes(answer.outcome))
    throw new Error(`Expected ${outcomes.join(" or ")}, got ${JSON.stringify(answer)}`);
  return answer;
}
