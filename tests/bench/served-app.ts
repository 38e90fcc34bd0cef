import { buildFor } from "../../supabase/local/build.ts";
import type { Connections } from "../../supabase/local/stack.ts";
import { startWeb } from "../../supabase/local/web.ts";
import type { RunningStack } from "../support/running-stack.ts";

/** Where the production build answers. */
export type ServedApp = { url: string };

let app: Promise<ServedApp> | undefined;

/** Builds the app once and serves it on the stack until the run ends. */
export function serveApp(stack: RunningStack, connections: Connections): Promise<ServedApp> {
  app ??= (async () => {
    const build = await buildFor(stack.name, (text) => process.stdout.write(`${text}\n`));
    stack.onStop((await startWeb({ name: stack.name, connections }, { build })).stop);
    return { url: connections.url };
  })();
  return app;
}
