import type { ChildProcess } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";
import { spawnGuarded, stopGuarded } from "./guarded-process.ts";
import { projectRoot, stackDirectory } from "./places.ts";
import type { Connections } from "./stack.ts";

export type Web = {
  /** Resolves when the server ends by itself. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/** Starts Next.js against a stack: a production build by its folder, or the development server. */
export async function startWeb(
  stack: { name: string; connections: Connections },
  mode: { build: string } | "development",
): Promise<Web> {
  const development = mode === "development";
  // Developers want to see what Next.js says; people who look at the demo do not.
  const output = development ? "inherit" : openSync(join(stackDirectory(stack.name), "web.log"), "w");
  const server = spawnGuarded(
    process.execPath,
    [
      join(projectRoot, "node_modules/next/dist/bin/next"),
      development ? "dev" : "start",
      "-H",
      "127.0.0.1",
      "-p",
      new URL(stack.connections.url).port,
    ],
    {
      signal: "TERM",
      cwd: projectRoot,
      output,
      env: {
        ...process.env,
        ...appEnvironment(stack.connections),
        // People's own stacks read real sheets.
        GOOGLE_SHEETS_BASE_URL: ["demo", "dev"].includes(stack.name) ? "" : stack.connections.sheetsUrl,
        NODE_ENV: development ? "development" : "production",
        ...(!development && { NEXT_DIST_DIR: mode.build }),
      },
    },
  );
  await untilItAnswers(stack.connections.url, server, stack.name);
  return {
    ended: new Promise((resolve) => server.once("exit", () => resolve())),
    stop: () => stopGuarded(server, "SIGTERM"),
  };
}

/** The app's settings as in .env.example; what is empty here must not come from the machine or a .env file. */
export function appEnvironment(connections: Connections): Record<string, string> {
  return {
    SUPABASE_URL: connections.supabaseUrl,
    SUPABASE_PUBLISHABLE_KEY: connections.publishableKey,
    SUPABASE_SECRET_KEY: connections.secretKey,
    APP_URL: connections.url,
    CRON_SECRET: connections.cronSecret,
    MAIL_FROM: "Order changes <changes@localhost>",
    SMTP_URL: connections.smtpUrl,
    RESEND_API_KEY: "",
    RESEND_BASE_URL: "",
    RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from(connections.cronSecret).toString("base64")}`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function untilItAnswers(url: string, server: ChildProcess, name: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > end) {
        await stopGuarded(server, "SIGTERM");
        throw new Error(`The web server did not start; see .local/${name}/web.log.`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
