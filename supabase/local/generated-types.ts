import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { supabase } from "./migrate.ts";
import { projectRoot } from "./places.ts";

export const typesFile = join(projectRoot, "lib/supabase/database.types.ts");

/** TypeScript types of the public schema as the official CLI generates them, formatted like the rest of the code. */
export async function generateTypes(databaseUrl: string): Promise<string> {
  const raw = await supabase(["gen", "types", "--schema", "public", `--remote=${databaseUrl}`]);
  const source = raw.slice(raw.indexOf("export type Json")); // a notice may come first
  const formatted = spawnSync(
    process.execPath,
    [join(projectRoot, "node_modules/@biomejs/biome/bin/biome"), "format", "--stdin-file-path=generated.ts"],
    { cwd: projectRoot, input: source, encoding: "utf8", maxBuffer: 16 * 1024 * 1024 },
  );
  if (formatted.status !== 0) throw new Error(`The generated types could not be formatted.\n${formatted.stderr}`);
  return formatted.stdout;
}
