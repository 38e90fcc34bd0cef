import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildFor } from "./build.ts";
import { startCron } from "./cron.ts";
import { stackDirectory } from "./places.ts";
import { hasData } from "./postgres.ts";
import { type SeedResult, seed } from "./seed.ts";
import { publishStack, type Stack, startStack } from "./stack.ts";
import { StackIsRunning } from "./stack-lock.ts";
import { describeFailure, say } from "./steps.ts";
import { stopOnSignals } from "./until-stopped.ts";
import { startWeb } from "./web.ts";

const { values } = parseArgs({
  options: { dev: { type: "boolean", default: false }, reset: { type: "boolean", default: false } },
});
const name = values.dev ? "dev" : "demo";
const seededPath = join(stackDirectory(name), "seeded.json");
const stops: (() => Promise<void> | void)[] = [];

let stopping: Promise<void> | undefined;

/** Stops what was started, last first. However many ask, it happens once and everybody waits for it. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    if (stops.length > 0) say("stopping …");
    while (stops.length > 0) await stops.pop()?.();
  })();
  return stopping;
}

async function serve(): Promise<void> {
  // Data without the mark is what a broken-off first start left behind.
  const startOver = values.reset || (hasData(name) && !existsSync(seededPath));
  const stack = await startStack({ name, reset: startOver, onStep: (step) => say(`${step} …`) });
  stops.push(stack.stop);
  const demo = await seedOnce(stack);
  const web = await startWeb(stack, values.dev ? "development" : { build: await buildFor(name, say) });
  stops.push(web.stop, startCron(stack.connections));

  publishStack(name, { ...stack.connections, ...demo });
  stack.announce();
  say("ready");
  printAddresses(stack, demo);

  await web.ended;
  if (stopping) return stopping;
  throw new Error(`The web server ended unexpectedly; see .local/${name}/web.log.`);
}

async function seedOnce(stack: Stack): Promise<SeedResult> {
  if (stack.isFresh) {
    rmSync(seededPath, { force: true });
    say("filling in the demo organization …");
    writeFileSync(seededPath, JSON.stringify(await seed(stack)));
  }
  return JSON.parse(readFileSync(seededPath, "utf8")) as SeedResult;
}

function printAddresses({ connections }: Stack, { signIns }: SeedResult): void {
  const lines = [
    "",
    `  Open       ${connections.url}`,
    `  Mailbox    ${connections.mailboxUrl}`,
    "",
    "  Sign in as",
    ...signIns.map(({ role, email, password }) => `    ${email.padEnd(24)} ${password}   ${role}`),
    "",
    `  Ctrl-C stops everything; the data stays. \`npm run ${name} -- --reset\` starts over.`,
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

stopOnSignals(stopAll);
try {
  await serve();
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  if (error instanceof StackIsRunning) process.stderr.write("Use it, or stop it first.\n");
  await stopAll();
  process.exit(1);
}
