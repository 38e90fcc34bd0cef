import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PostgresFiles } from "./postgres-files.ts";
import { commandOf, waitUntilGone } from "./processes.ts";
import type { ServerUser } from "./server-user.ts";

const majorVersion = "17";

/** Makes sure there is a whole data directory and that no server of an earlier run still holds it. */
export async function prepareCluster(
  directory: string,
  files: PostgresFiles,
  user: ServerUser | undefined,
  password: string,
): Promise<void> {
  removeUnfinished(directory);
  if (!existsSync(directory)) return createCluster(directory, files, user, password);

  const owner = statSync(directory).uid;
  if (owner !== (user?.uid ?? process.getuid?.())) {
    throw new Error(
      `${directory} belongs to another account (uid ${owner}). Run as that user, or start over with --reset.`,
    );
  }
  const version = readFileSync(join(directory, "PG_VERSION"), "utf8").trim();
  if (version !== majorVersion) {
    throw new Error(
      `${directory} was made by PostgreSQL ${version}; this project runs ${majorVersion}. Start over with --reset.`,
    );
  }
  await stopLeftover(directory);
}

/** initdb works in a folder of another name, so that a data directory is either whole or not there. */
function createCluster(directory: string, files: PostgresFiles, user: ServerUser | undefined, password: string): void {
  const unfinished = `${directory}.unfinished-${process.pid}`;
  const passwordFolder = mkdtempSync(join(tmpdir(), "initdb-"));
  const passwordFile = join(passwordFolder, "password");
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFolder, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const made = spawnSync(
      files.initdb,
      [
        `--pgdata=${unfinished}`,
        "--username=supabase_admin",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        // Locales a bare machine has for certain.
        "--locale=C.UTF-8",
        "--lc-messages=C",
        "--no-instructions",
        "--no-sync",
      ],
      {
        cwd: "/",
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C" },
        ...(user && { uid: user.uid, gid: user.gid }),
      },
    );
    if (made.status !== 0)
      throw new Error(`PostgreSQL could not create its data directory: ${made.error?.message ?? made.stderr.trim()}`);
    renameSync(unfinished, directory);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function removeUnfinished(directory: string): void {
  const parent = dirname(directory);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(parent)) {
    if (entry.includes(".unfinished-")) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

/**
 * Stops a server that survived its Node process, and removes its pid file. Only called by the owner of the stack's
 * lock, so a server found here can only be an orphan; it is recognised by its data directory, never by its pid alone.
 */
export async function stopLeftover(directory: string): Promise<void> {
  const pidFile = join(directory, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const command = Number.isInteger(pid) && pid > 1 ? commandOf(pid) : undefined;
  if (command?.includes(directory)) {
    process.kill(pid, "SIGINT");
    if (!(await waitUntilGone(pid, 10_000))) {
      process.kill(pid, "SIGQUIT");
      await waitUntilGone(pid, 5_000);
    }
  }
  rmSync(pidFile, { force: true });
}
