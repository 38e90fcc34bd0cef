import { parseArgs } from "node:util";
import { stopOnSignals } from "../supabase/local/until-stopped.ts";
import { stopPrograms } from "./support/run-program.ts";
import { RunningStack } from "./support/running-stack.ts";
import { beginBuild, type Count, steps } from "./support/steps.ts";

// npm test                                   everything, on a stack of its own; stops at the first step that fails
// npm run test:database -- [--name x] [args] one step, on the stack started by `npm run test:stack -- --name x` if it runs

const [only, ...given] = process.argv.slice(2);
const { values, tokens } = parseArgs({
  args: given,
  options: { name: { type: "string" } },
  strict: false,
  tokens: true,
});
// What is not ours goes to the program that runs the step: paths, -t, --headed and so on.
const passed = given.filter(
  (_, index) => !tokens.some((token) => token.kind === "option" && token.name === "name" && covers(token, index)),
);

const stack = new RunningStack(typeof values.name === "string" ? values.name : undefined, only === undefined);
stopOnSignals(async () => {
  await stopPrograms();
  await stack.stop();
});

const total: Count = { passed: 0, failed: 0 };
const began = Date.now();
try {
  await run();
} catch (error) {
  total.failed += 1;
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  await stack.stop();
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 ? 1 : 0);

async function run(): Promise<void> {
  const chosen = steps.filter((step) => only === undefined || step.name === only);
  if (chosen.length === 0)
    throw new Error(`There is no step “${only}”; there are: ${steps.map((step) => step.name).join(", ")}.`);
  for (const step of chosen) {
    process.stdout.write(
      `\n━━ ${step.title} ${"━".repeat(Math.max(3, 70 - step.title.length))} ${Math.round((Date.now() - began) / 1000)} s\n`,
    );
    // The database tests leave a part of the machine idle, enough to build what the steps after them run on.
    if (only === undefined && step.name === "database") void beginBuild(stack);
    const count = await step.run(stack, passed);
    total.passed += count.passed;
    total.failed += count.failed;
    if (count.failed > 0) {
      process.stdout.write(`\n━━ FAILED: ${step.title}\n`);
      return;
    }
  }
}

function covers(
  token: { index: number; value?: string | undefined; inlineValue?: boolean | undefined },
  index: number,
): boolean {
  return (
    index === token.index || (index === token.index + 1 && token.value !== undefined && token.inlineValue === false)
  );
}
