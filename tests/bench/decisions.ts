import { readFileSync } from "node:fs";
import { join } from "node:path";
import { superuser } from "../support/postgres.ts";
import { cycle } from "./decision-cycle.ts";
import { count, ms, report, times } from "./report.ts";
import { createScene, type PooledOrder, type Scene, throughRest, throughSql, type Worker } from "./scene.ts";
import { Timings } from "./timings.ts";

/** In all, shared out among the workers; a member files at most 600 requests a minute. */
const CYCLES = 400;

type Series = { perSecond: number; cycles: Timings };

/** Submit + approve, one and eight at a time, by every door, beside a transaction that only writes the same rows. */
export async function benchDecisions(isQuick: boolean): Promise<void> {
  await superuser.unsafe(readFileSync(join(import.meta.dirname, "unchecked-write.sql"), "utf8"));
  const cycles = isQuick ? 100 : CYCLES;
  const rows = [];
  for (const workers of [1, 8]) {
    const bare = await measure(workers, cycles / workers, uncheckedCycle);
    const sql = await measure(workers, cycles / workers, (scene, worker, order) =>
      cycle(throughSql, scene.org, worker, order),
    );
    const rest = await measure(workers, cycles / workers, (scene, worker, order) =>
      cycle(throughRest, scene.org, worker, order),
    );
    for (const [name, series] of Object.entries({ "bare write": bare, SQL: sql, REST: rest }))
      rows.push([
        name,
        workers,
        count(series.perSecond),
        ms(series.cycles.p50),
        ms(series.cycles.p95),
        times(series.cycles.p50 / bare.cycles.p50),
      ]);
  }
  report("Submit + approve", ["door", "at a time", "cycles/s", "p50", "p95", "p50 to bare"], rows);
}

async function measure(
  workers: number,
  cycles: number,
  work: (scene: Scene, worker: Worker, order: PooledOrder) => Promise<void>,
): Promise<Series> {
  const scene = await createScene(workers);
  const timings = new Timings();
  const run = (each: number, timed: boolean) =>
    Promise.all(
      scene.workers.map(async (worker) => {
        for (let index = 0; index < each; index++) {
          const order = worker.orders[index % worker.orders.length];
          if (order) await (timed ? timings.time(() => work(scene, worker, order)) : work(scene, worker, order));
        }
      }),
    );
  await run(5, false); // connections, sessions, plans
  const began = performance.now();
  await run(cycles, true);
  return { perSecond: (timings.count * 1000) / (performance.now() - began), cycles: timings };
}

/** The same round trips of one transaction as a member's; two of them become one. */
async function uncheckedCycle({ org }: Scene, { requester }: Worker, order: PooledOrder): Promise<void> {
  await superuser.begin(async (sql) => {
    await sql`select set_config('statement_timeout', '8s', true)`;
    await sql`
      select bench.unchecked_cycle(${org.id}, ${order.id}, ${order.lineId}, ${requester.memberId}, ${org.approver.memberId},
        ${org.fulfillment.memberId}, ${requester.email})`;
  });
}
