import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildFor } from "../../supabase/local/build.ts";
import { generateTypes, typesFile } from "../../supabase/local/generated-types.ts";
import { supabase } from "../../supabase/local/migrate.ts";
import { stackDirectory } from "../../supabase/local/places.ts";
import { appEnvironment, startWeb } from "../../supabase/local/web.ts";
import { forgetEarlierMail } from "./earlier-mail.ts";
import { program, runProgram } from "./run-program.ts";
import type { RunningStack } from "./running-stack.ts";

export type Count = { passed: number; failed: number };

type Step = { name: string; title: string; run: (stack: RunningStack, args: string[]) => Promise<Count> };

const one = (ok: boolean): Count => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** What `npm test` does, in this order: cheap and telling first. */
export const steps: Step[] = [
  { name: "lint", title: "Lint and format", run: async () => one(await runProgram(program("biome"), ["check", "."])) },
  {
    name: "types",
    title: "Types",
    run: async () =>
      one((await runProgram(program("next"), ["typegen"])) && (await runProgram(program("tsc"), ["--noEmit"]))),
  },
  {
    name: "unit",
    title: "Architecture and unit tests",
    run: (_, args) => vitest("unit", args, {}),
  },
  {
    name: "drift",
    title: "Generated database types are current",
    run: async (stack) => one(await typesAreCurrent(stack)),
  },
  { name: "advisors", title: "Supabase database advisors", run: async (stack) => one(await advisorsAreSilent(stack)) },
  {
    name: "database",
    title: "Database tests",
    run: async (stack, args) => vitest("database*", args, await stackEnvironment(stack)),
  },
  {
    name: "http",
    title: "HTTP tests on the production build",
    run: async (stack, args) => {
      await serveApp(stack);
      return vitest("http*", args, await stackEnvironment(stack));
    },
  },
  { name: "e2e", title: "Browser tests on the production build", run: browserTests },
];

async function stackEnvironment(stack: RunningStack): Promise<Record<string, string>> {
  const connections = await stack.connections();
  return { TEST_STACK: stack.name, ...appEnvironment(connections) };
}

async function vitest(project: string, args: string[], env: Record<string, string>): Promise<Count> {
  const report = join(stackDirectory("reports"), `${project.replace("*", "")}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = await runProgram(
    program("vitest"),
    ["run", "--project", project, "--passWithNoTests", ...reporters, ...args],
    env,
  );
  const { numPassedTests: passed, numFailedTests: failed } = readReport<{
    numPassedTests: number;
    numFailedTests: number;
  }>(report);
  // A file that does not load, or an unhandled rejection, fails the run without failing a test.
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

let build: Promise<string> | undefined;

/** Begins the production build, or finds it begun; whoever serves it waits for it and hears of its failure. */
export function beginBuild(stack: RunningStack): Promise<string> {
  build ??= buildFor(stack.name, (text) => process.stdout.write(`${text}\n`));
  build.catch(() => undefined);
  return build;
}

let app: Promise<void> | undefined;

/** The production build, served on the stack until the run ends; the steps of one run share it. */
async function serveApp(stack: RunningStack): Promise<void> {
  const connections = await stack.connections();
  await forgetEarlierMail(connections.adminDatabaseUrl);
  app ??= (async () => {
    const { stop } = await startWeb({ name: stack.name, connections }, { build: await beginBuild(stack) });
    stack.onStop(stop);
  })();
  await app;
}

async function browserTests(stack: RunningStack, args: string[]): Promise<Count> {
  await serveApp(stack);
  const env = await stackEnvironment(stack);
  const report = join(stackDirectory("reports"), "e2e.json");
  const ok = await runProgram(
    program("playwright"),
    ["test", "--pass-with-no-tests", "--reporter=list,json", ...args],
    {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  const { stats } = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(report);
  return { passed: stats.expected, failed: ok ? 0 : Math.max(stats.unexpected + stats.flaky, 1) };
}

async function typesAreCurrent(stack: RunningStack): Promise<boolean> {
  const { databaseUrl } = await stack.connections();
  const current = readFileSync(typesFile, "utf8") === (await generateTypes(databaseUrl));
  process.stdout.write(
    current
      ? "Current.\n"
      : "lib/supabase/database.types.ts differs from the migrations: run `npm run types:generate`.\n",
  );
  return current;
}

async function advisorsAreSilent(stack: RunningStack): Promise<boolean> {
  const { databaseUrl } = await stack.connections();
  try {
    process.stdout.write(
      `${(await supabase(["db", "advisors", `--remote=${databaseUrl}`, "--level", "warn", "--fail-on", "warn"])).trim()}\n`,
    );
    return true;
  } catch (error) {
    process.stdout.write(`${(error as Error).message}\n`);
    return false;
  }
}

function readReport<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch (error) {
    throw new Error(`The tests wrote no report at ${path}.`, { cause: error });
  }
}
