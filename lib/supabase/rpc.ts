import "server-only";
import type { Database } from "@/lib/supabase/database.types";
import { fromPostgrest } from "@/lib/supabase/postgrest-error";
import type { Db } from "@/lib/supabase/server";

type Functions = Database["public"]["Functions"];
type CommandName = keyof Functions & string;

/**
 * Calls one command of the database and gives its answer; throws an `AppError` for a contract violation. Commands answer
 * with jsonb, which the generated types only know as `Json`: say the outcome as the result type,
 * `const outcome: DecideOutcome = await rpc(db, "decide_change_request", {…})`.
 * `timeoutMs` is for steps that may take long (committing an import); the default is that of every read.
 */
export async function rpc<Name extends CommandName, Result = Functions[Name]["Returns"]>(
  db: Db,
  name: Name,
  args: Functions[Name]["Args"],
  options: { timeoutMs?: number } = {},
): Promise<Result> {
  const call = db.rpc(name, args);
  if (options.timeoutMs) call.abortSignal(AbortSignal.timeout(options.timeoutMs));
  const { data, error, status } = await call;
  if (error) throw fromPostgrest(error, status);
  return data as Result;
}
