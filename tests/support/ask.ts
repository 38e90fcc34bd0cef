import { call, callIn } from "./command.ts";
import { asAnon, asRole, type ClientRole } from "./postgres.ts";

export type Problem = { code: string; change_index?: number; [fact: string]: unknown };

/** What a command said: an outcome with its facts, or the SQLSTATE, stable code, detail and hint it refused with. */
export type Answer = {
  outcome?: string;
  problems?: Problem[];
  replayed?: boolean;
  code?: string;
  reason?: string;
  detail?: string;
  hint?: string;
  [fact: string]: unknown;
};

/** Calls a command as a signed-in person (null: somebody without a session); refusals come back as values. */
export function ask(userId: string | null, command: string, args: Record<string, unknown>): Promise<Answer> {
  return settle(
    userId === null ? asAnon((sql) => callIn<Answer>(sql, command, args)) : call<Answer>(userId, command, args),
  );
}

/** Calls a command with a client role that is nobody in particular. */
export function askAs(role: ClientRole, command: string, args: Record<string, unknown>): Promise<Answer> {
  return settle(asRole(role, {}, (sql) => callIn<Answer>(sql, command, args)));
}

/** Turns what PostgreSQL refuses into a value; whatever is not an answer of the database stays an exception. */
export async function settle(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    const { code, message, detail, hint } = error as { code?: string; message: string; detail?: string; hint?: string };
    if (!code?.match(/^[0-9A-Z]{5}$/)) throw error;
    return { code, reason: message, detail: detail ?? "", hint: hint ?? "" };
  }
}
