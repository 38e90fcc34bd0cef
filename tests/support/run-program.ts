import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnGuarded, stopGuarded } from "../../supabase/local/guarded-process.ts";
import { projectRoot } from "../../supabase/local/places.ts";

/** The script behind a package's command, so that it runs under the pinned Node.js whatever is on PATH. */
export function program(command: string): string {
  const packages: Record<string, string> = {
    biome: "@biomejs/biome",
    playwright: "@playwright/test",
    tsc: "typescript",
  };
  const folder = join(projectRoot, "node_modules", packages[command] ?? command);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === "string" ? bin : bin[command];
  if (!path) throw new Error(`${folder} has no command ${command}.`);
  return join(folder, path);
}

const running = new Set<ChildProcess>();

/** Runs a script with its output on ours; resolves with whether it succeeded. It ends when this process does. */
export function runProgram(script: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawnGuarded(process.execPath, [script, ...args], {
      signal: "TERM",
      cwd: projectRoot,
      output: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...env },
    });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code === 0);
    });
  });
}

/** Ends what runProgram started, for when the whole run is interrupted. */
export async function stopPrograms(): Promise<void> {
  for (const child of running) await stopGuarded(child, "SIGTERM");
}
