import postgres from "postgres";
import { connections } from "../support/connections.ts";

const INTERVAL_MS = 50;

/** Watches who waits for a lock; `stop` answers with the longest wait that was seen, in milliseconds. */
export function watchLocks(): { stop: () => Promise<number> } {
  const sql = postgres(connections.adminDatabaseUrl, { max: 1, onnotice: () => undefined });
  let longest = 0;
  let isWatching = true;
  const watching = (async () => {
    while (isWatching) {
      const [row] = await sql<{ wait: number }[]>`
        select coalesce(max(extract(epoch from clock_timestamp() - waitstart) * 1000), 0)::float as wait
        from pg_locks where not granted and waitstart is not null`;
      longest = Math.max(longest, row?.wait ?? 0);
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
  })();
  return {
    stop: async () => {
      isWatching = false;
      await watching;
      await sql.end();
      return longest;
    },
  };
}
