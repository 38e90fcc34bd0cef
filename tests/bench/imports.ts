import { createOrganization, type Organization } from "../support/organization.ts";
import { superuser } from "../support/postgres.ts";
import { type CopyTimes, copyBaseline } from "./copy-baseline.ts";
import { cycle } from "./decision-cycle.ts";
import { type ImportTimes, runImport } from "./import-run.ts";
import { watchLocks } from "./lock-watch.ts";
import { type MemoryPeaks, watchMemory } from "./memory-watch.ts";
import { orderFile } from "./order-file.ts";
import { count, megabytes, ms, report, times } from "./report.ts";
import { addPool, throughSql, type Worker } from "./scene.ts";
import { Timings } from "./timings.ts";

const PAUSE_MS = 25;
const QUIET_MS = 4_000;

type Meanwhile = { decisions: Timings; longestWait: number; failed: number };

/** Imports of each size, a first one and one with a twentieth of the lines changed; returns the last organization, filled. */
export async function benchImports(stack: string, sizes: number[]): Promise<Organization> {
  const [steps, beside]: (string | number)[][][] = [[], []];
  let org: Organization | undefined;
  for (const lines of sizes) {
    org = await createOrganization();
    const worker: Worker = { requester: org.requester, orders: await addPool(org.id, 50) };
    let copy: CopyTimes | undefined;
    for (const [name, changedShare] of [
      ["first", 0],
      ["5 % changed", 0.05],
    ] as const) {
      const quiet = await decideUntil(org, worker, new Promise((resolve) => setTimeout(resolve, QUIET_MS)));
      const memory = await watchMemory(stack);
      const file = orderFile(lines, { changedShare });
      const [here, meanwhile] = [org, { value: undefined as Meanwhile | undefined }];
      const { times: took } = await runImport(org, file, async (work) => {
        const done = work();
        meanwhile.value = await decideUntil(here, worker, done);
        return done;
      });
      const peaks = memory.stop();
      copy ??= await copyBaseline(org.id);
      steps?.push(stepRow(lines, name, took, changedShare === 0 ? copy : undefined, peaks));
      if (meanwhile.value) beside?.push(besideRow(lines, name, quiet, meanwhile.value));
    }
    // As autovacuum does within a minute; what is measured next is not about that minute.
    await superuser.unsafe(
      "vacuum analyze public.orders, public.order_lines, public.audit_entries, public.import_rows",
    );
  }
  report(
    "Import",
    [
      "lines",
      "import",
      "read",
      "read + stage (REST)",
      "preview",
      "commit",
      "together",
      "COPY orders + lines",
      "commit to COPY",
      "and audit",
      "PostgreSQL",
      "API",
    ],
    steps ?? [],
    "COPY is raw, from the server's own disk, into the same tables with their indexes; “and audit” counts COPY of the audit entries, too. Memory is the peak, in brackets what the import added to it; PostgreSQL is all connections together.",
  );
  report(
    "Decisions while a commit runs",
    ["lines", "import", "decisions", "quiet p95", "p95 meanwhile", "ratio", "longest", "longest lock wait"],
    beside ?? [],
  );
  if (!org) throw new Error("No size was given.");
  return org;
}

/** Submits and approves, at the pace of busy people, until something else has ended; only the approvals are timed. */
async function decideUntil(org: Organization, worker: Worker, end: Promise<unknown>): Promise<Meanwhile> {
  const decisions = new Timings();
  const locks = watchLocks();
  let isOver = false;
  let failed = 0;
  const over = end.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  for (let index = 0; !isOver; index++) {
    const order = worker.orders[index % worker.orders.length];
    if (order) await cycle(throughSql, org, worker, order, (work) => decisions.time(work)).catch(() => failed++);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  await over;
  return { decisions, failed, longestWait: await locks.stop() };
}

function stepRow(lines: number, name: string, took: ImportTimes, copy: CopyTimes | undefined, peaks: MemoryPeaks) {
  const rate = (time: number) => `${ms(time)} (${count((lines * 1000) / time)}/s)`;
  const both = copy && copy.ordersAndLines + copy.auditEntries;
  return [
    count(lines),
    name,
    rate(took.open + took.normalize),
    rate(took.open + took.stage),
    rate(took.preview),
    rate(took.commit),
    ms(took.open + took.stage + took.preview + took.commit),
    copy ? rate(copy.ordersAndLines) : "",
    copy ? times(took.commit / copy.ordersAndLines) : "",
    both ? times(took.commit / both) : "",
    megabytes(peaks.postgres),
    megabytes(peaks.api),
  ];
}

function besideRow(lines: number, name: string, quiet: Meanwhile, busy: Meanwhile) {
  const failed = busy.failed > 0 ? `, ${busy.failed} failed` : "";
  return [
    count(lines),
    name,
    `${count(busy.decisions.count)}${failed}`,
    ms(quiet.decisions.p95),
    ms(busy.decisions.p95),
    times(busy.decisions.p95 / quiet.decisions.p95),
    ms(busy.decisions.longest),
    ms(busy.longestWait),
  ];
}
