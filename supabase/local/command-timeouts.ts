import postgres from "postgres";

/**
 * Makes a command that carries its own `set statement_timeout` run with it, as PostgREST does. The database's own setting
 * comes too late: the clock of a call starts before the function is entered.
 */
export async function applyCommandTimeouts(connection: object, databaseUrl: string): Promise<void> {
  const timeouts = await readTimeouts(databaseUrl);
  const method = "applyRpcRequestGucs";
  const original: unknown = Reflect.get(connection, method);
  if (typeof original !== "function")
    throw new Error(`The API's connection has no ${method}; its package has changed.`);
  const apply = async (transaction: Transaction, request: { path: string }) => {
    await Reflect.apply(original, connection, [transaction, request]);
    const timeout = timeouts.get(request.path.split("/").at(-1) ?? "");
    if (timeout) await transaction.executeQuery(statement(timeout));
  };
  Object.defineProperty(connection, method, { value: apply });
}

/** The part of the API's query builder that runs finished SQL. */
type Transaction = { executeQuery: (query: ReturnType<typeof statement>) => Promise<unknown> };

function statement(timeout: string) {
  const text = "select set_config('statement_timeout', $1, true)";
  return {
    sql: text,
    parameters: [timeout],
    query: { kind: "RawNode" as const, sqlFragments: [text], parameters: [] },
    queryId: { queryId: timeout },
  };
}

async function readTimeouts(databaseUrl: string): Promise<Map<string, string>> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const rows = await sql<{ name: string; timeout: string }[]>`
      select p.proname as name, split_part(c, '=', 2) as timeout
      from pg_catalog.pg_proc p cross join lateral unnest(p.proconfig) c
      where p.pronamespace = 'public'::regnamespace and c like 'statement_timeout=%'`;
    return new Map(rows.map(({ name, timeout }) => [name, timeout]));
  } finally {
    await sql.end();
  }
}
