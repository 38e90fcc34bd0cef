import { rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Sql } from "postgres";
import { stackFile } from "../../../supabase/local/places.ts";
import type { Connections } from "../../../supabase/local/stack.ts";
import { stopOnSignals } from "../../../supabase/local/until-stopped.ts";
import { RunningStack } from "../../support/running-stack.ts";
import { createScratchDatabase } from "../../support/scratch-database.ts";
import type { Fault } from "./fault.ts";
import { faultsInApprovals } from "./faults-in-approvals.ts";
import { faultsInImports } from "./faults-in-imports.ts";
import { faultsInKinds } from "./faults-in-kinds.ts";
import { faultsInRequests } from "./faults-in-requests.ts";
import { faultsInRules } from "./faults-in-rules.ts";
import { faultsInTheCatalogue } from "./faults-in-the-catalogue.ts";
import { faultsOnTheFloor } from "./faults-on-the-floor.ts";
import { type Result, runNamedTest } from "./run-named-test.ts";

// npm run test:mutations [-- --name x] [-- --only words]: breaks the database one fault at a time, each in a database of
// its own, and demands that the named test turns red. The same tests have to be green without a fault.
const { values } = parseArgs({ options: { name: { type: "string" }, only: { type: "string", default: "" } } });
const stack = new RunningStack(values.name, false);
stopOnSignals(() => stack.stop());

const faults = [
  ...faultsInRequests,
  ...faultsInApprovals,
  ...faultsInKinds,
  ...faultsInImports,
  ...faultsInRules,
  ...faultsInTheCatalogue,
  ...faultsOnTheFloor,
].filter((fault) => titleOf(fault).includes(values.only));
const healthyTests = new Map<string, Result>();
let survivors = 0;
try {
  const connections = await stack.connections();
  for (const fault of faults) {
    const result = await tryFault(connections, fault).catch((error: Error) => error.message);
    if (result !== "red") survivors += 1;
    process.stdout.write(`${result === "red" ? "noticed " : `NOT NOTICED (${result})`} ${titleOf(fault)}\n`);
  }
} finally {
  await stack.stop();
}
process.stdout.write(`\n${faults.length - survivors} of ${faults.length} faults noticed\n`);
process.exit(survivors > 0 ? 1 : 0);

function titleOf(fault: Fault): string {
  return `${"function" in fault ? `${fault.function}: ` : ""}${fault.name}`;
}

/** Red is what we want, on condition that the same test is green in a database without the fault. */
async function tryFault(connections: Connections, fault: Fault): Promise<Result | "red without it"> {
  const [file, title] = fault.noticedBy;
  const healthy = healthyTests.get(file + title) ?? (await runIn(connections, fault.noticedBy));
  healthyTests.set(file + title, healthy);
  if (healthy !== "green") return healthy === "red" ? "red without it" : healthy;
  return runIn(connections, fault.noticedBy, fault);
}

async function runIn(connections: Connections, [file, title]: Fault["noticedBy"], fault?: Fault): Promise<Result> {
  const database = await createScratchDatabase(connections);
  const name = `mutant-${process.pid}`;
  try {
    if (fault) await apply(database.owner, fault);
    writeFileSync(stackFile(name), JSON.stringify(database.connections));
    return await runNamedTest(name, file, title);
  } finally {
    rmSync(stackFile(name), { force: true });
    await database.drop();
  }
}

async function apply(sql: Sql, fault: Fault): Promise<void> {
  if ("sql" in fault) return void (await sql.unsafe(fault.sql));
  const [row] = await sql<{ definition: string }[]>`
    select pg_get_functiondef(oid) as definition from pg_proc where pronamespace = 'private'::regnamespace and proname = ${fault.function}`;
  if (!row?.definition.includes(fault.replace))
    throw new Error(`${fault.function} does not contain “${fault.replace}”.`);
  await sql.unsafe(row.definition.replace(fault.replace, () => fault.by));
}
