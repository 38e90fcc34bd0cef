import { parseArgs } from "node:util";
import { stopOnSignals } from "../../supabase/local/until-stopped.ts";
import { RunningStack } from "../support/running-stack.ts";
import { allTables, load } from "./report.ts";

// npm run bench [-- --quick | --full] [--only decisions,bulk,imports,reading,waiting,exports,pages] [--name <running stack>]
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    only: { type: "string" },
    name: { type: "string", default: "bench" },
  },
});
const topics = ["decisions", "bulk", "imports", "exports", "reading", "waiting", "pages"] as const;
const chosen = values.only?.split(",") ?? [...topics];
const sizes = (all: number[]) =>
  all.filter((size) => size <= (values.quick ? 10_000 : values.full ? 1_000_000 : 100_000));

const stack = new RunningStack(values.name, values.name === "bench");
stopOnSignals(() => stack.stop());
try {
  const connections = await stack.connections();
  // The support files read it when they are first imported, and so do the topics below.
  process.env.TEST_STACK = stack.name;
  await measure(connections);
  process.stdout.write(`\n\n━━ Everything, for README\n\n${allTables()}\n`);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await stack.stop();
}
process.exit();

async function measure(connections: Awaited<ReturnType<RunningStack["connections"]>>): Promise<void> {
  process.stdout.write(
    `Node.js ${process.version}, load ${load()}. The disk is not waited for (fsync off), on either side.\n`,
  );
  if (chosen.includes("decisions")) await (await import("./decisions.ts")).benchDecisions(values.quick);
  if (chosen.includes("bulk")) await (await import("./bulk.ts")).benchBulk();
  if (chosen.includes("imports") || chosen.includes("exports")) {
    const filled = await (await import("./imports.ts")).benchImports(stack.name, sizes([10_000, 100_000, 1_000_000]));
    if (chosen.includes("exports")) {
      const app = await (await import("./served-app.ts")).serveApp(stack, connections);
      await (await import("./exports.ts")).benchExports(filled, app);
    }
  }
  if (chosen.includes("reading")) {
    const app = await (await import("./served-app.ts")).serveApp(stack, connections);
    await (await import("./reading.ts")).benchReading(sizes([1_000, 10_000, 100_000, 1_000_000]), app);
  }
  if (chosen.includes("waiting")) {
    const app = await (await import("./served-app.ts")).serveApp(stack, connections);
    await (await import("./waiting.ts")).benchWaiting(app);
  }
  if (chosen.includes("pages")) {
    const app = await (await import("./served-app.ts")).serveApp(stack, connections);
    await (await import("./pages.ts")).benchPages(app);
  }
}
