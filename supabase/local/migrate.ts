import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, stackDirectory } from "./places.ts";

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
    child.once("close", (code) =>
      code === 0 ? resolve(out) : reject(new Error(`supabase ${args.slice(0, 2).join(" ")} failed:\n${all.trim()}`)),
    );
  });
}

/**
 * Applies the migrations the database does not have yet, as the same non-superuser that applies them in production.
 * A migration that was edited after it had been applied would go unnoticed, so that is refused.
 */
export async function migrate(name: string, databaseUrl: string, isFresh: boolean): Promise<void> {
  const record = join(stackDirectory(name), "migrations.json");
  const files = hashMigrations();
  const applied =
    isFresh || !existsSync(record) ? {} : (JSON.parse(readFileSync(record, "utf8")) as Record<string, string>);
  const edited = Object.keys(applied).filter((file) => files[file] !== applied[file]);
  if (edited.length > 0) {
    throw new Error(
      `The data was made by an earlier version of ${edited.join(", ")}. Start over with --reset (the data of this stack is deleted).`,
    );
  }
  await supabase(["db", "push", `--remote=${databaseUrl}`, "--yes"]);
  writeFileSync(record, JSON.stringify(files));
}

function hashMigrations(): Record<string, string> {
  const folder = join(projectRoot, "supabase/migrations");
  const hash = (file: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, hash(file)]),
  );
}
