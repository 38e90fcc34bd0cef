import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./places.ts";

/** Runs the official Supabase CLI against a database and resolves with what it printed. */
export function supabase(args: string[]): Promise<string> {
  const program = join(projectRoot, "node_modules/supabase/dist/supabase.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DO_NOT_TRACK: "1", SUPABASE_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    });
    let out = "";
    let all = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      all += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      all += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(out) : reject(new Error(`supabase ${args.slice(0, 2).join(" ")} failed:\n${all.trim()}`))));
  });
}

/** Applies the migrations the database does not have yet, as the same non-superuser that applies them in production. */
export async function migrate(databaseUrl: string): Promise<void> {
  await supabase(["db", "push", `--remote=${databaseUrl}`, "--yes"]);
}
