import { parseArgs } from "node:util";
import { publishStack, startStack } from "./stack.ts";
import { describeFailure } from "./steps.ts";
import { stopOnSignals } from "./until-stopped.ts";

// npm run test:stack [-- --name <name>]: a stack with fresh data that stays up for quick test runs.
const { values } = parseArgs({
  options: { name: { type: "string", default: "test" }, keep: { type: "boolean", default: false } },
});

try {
  const stack = await startStack({
    name: values.name,
    reset: !values.keep,
    volatile: true,
    onStep: (step) => process.stdout.write(`${step} …\n`),
  });
  stopOnSignals(stack.stop);
  publishStack(values.name, stack.connections);
  stack.announce();
  process.send?.("ready");
  process.stdout.write(`\nThe ${values.name} stack is up; Ctrl-C stops it.\n`);
  for (const [key, value] of Object.entries(stack.connections)) process.stdout.write(`  ${key.padEnd(17)} ${value}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
