import { appendFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { prepareCluster, stopLeftover } from "./cluster.ts";
import { spawnGuarded, stopGuarded } from "./guarded-process.ts";
import { databaseHome, stackDirectory } from "./places.ts";
import { postgresFiles } from "./postgres-files.ts";
import { serverUser } from "./server-user.ts";

export type Database = { stop: () => Promise<void> };

export type DatabaseOptions = {
  name: string;
  port: number;
  password: string;
  /** For tests: twice as fast, and a power cut may lose the data. */
  volatile: boolean;
};

/**
 * Without these glibc learns from the first big import that big blocks are usual, and each connection that once ran one keeps
 * a hundred megabytes. Bytes; other C libraries ignore them.
 */
const GIVE_MEMORY_BACK = { MALLOC_MMAP_THRESHOLD_: "1048576", MALLOC_TRIM_THRESHOLD_: "1048576" };

/** Starts the embedded PostgreSQL on the stack's own data; resolves when it accepts connections. */
export async function startPostgres({ name, port, password, volatile }: DatabaseOptions): Promise<Database> {
  const user = serverUser();
  const files = postgresFiles(user);
  const directory = join(databaseHome(name, user), "database");
  await prepareCluster(directory, files, user, password);

  const log = join(stackDirectory(name), "postgres.log");
  writeFileSync(log, "");
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // Two test files at a time, each with a hundred people at once.
    max_connections: "300",
    // Hosted values that queries may notice.
    timezone: "UTC",
    wal_level: "logical",
    ...(volatile && {
      fsync: "off",
      full_page_writes: "off",
      synchronous_commit: "off",
      wal_level: "minimal",
      max_wal_senders: "0",
    }),
  };
  const server = spawnGuarded(
    files.postgres,
    [
      "-D",
      directory,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
    ],
    { signal: "INT", uid: user?.uid, gid: user?.gid, env: { ...process.env, ...GIVE_MEMORY_BACK, LC_ALL: "C" } },
  );
  let lastWords = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-2_000);
      appendFileSync(log, chunk);
    });
  }
  try {
    await untilItAnswers(port, password, () => server.exitCode !== null || server.signalCode !== null);
  } catch (error) {
    await stopGuarded(server, "SIGQUIT");
    const sentence = isWrongPassword(error)
      ? "The data has another password than secrets.json says. Start over with --reset."
      : `PostgreSQL did not start (see ${log}). ${lastWords.trim().split("\n").at(-1) ?? ""}`;
    throw new Error(sentence, { cause: error });
  }
  return { stop: () => stopGuarded(server, "SIGINT") };
}

export function hasData(name: string): boolean {
  return existsSync(join(databaseHome(name, serverUser()), "database"));
}

/** Deletes a stack's data, wherever it had to be put. Only for the owner of the stack's lock. */
export async function removeData(name: string): Promise<void> {
  const directory = join(databaseHome(name, serverUser()), "database");
  await stopLeftover(directory);
  rmSync(directory, { recursive: true, force: true });
}

async function untilItAnswers(port: number, password: string, hasEnded: () => boolean): Promise<void> {
  const end = Date.now() + 60_000; // crash recovery of a large database takes its time
  for (;;) {
    const sql = postgres({
      host: "127.0.0.1",
      port,
      password,
      user: "supabase_admin",
      database: "postgres",
      max: 1,
      connect_timeout: 5,
      onnotice: () => undefined,
    });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (hasEnded() || Date.now() > end || isWrongPassword(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

function isWrongPassword(error: unknown): boolean {
  return (error as { code?: string }).code === "28P01";
}
