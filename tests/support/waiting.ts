import { superuser } from "./postgres.ts";

/** Resolves once `count` backends wait for a lock that this backend holds: how a test puts two transactions in order. */
export async function untilBlockedBy(pid: number, count = 1): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const [row] = await superuser<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity a where ${pid} = any (pg_blocking_pids(a.pid))`;
    if ((row?.waiting ?? 0) >= count) return;
    if (Date.now() > end) throw new Error(`Nobody waits for backend ${pid}.`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
