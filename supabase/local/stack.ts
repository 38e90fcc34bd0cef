import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { type ApiOptions, prepareAuthSchema, startApi } from "./api.ts";
import { startMailbox } from "./mailbox.ts";
import { migrate } from "./migrate.ts";
import { stackDirectory, stackFile } from "./places.ts";
import { choosePorts, type Ports } from "./ports.ts";
import { hasData, removeData, startPostgres } from "./postgres.ts";
import { loadSecrets } from "./secrets.ts";
import { lockStack } from "./stack-lock.ts";

export type Connections = {
  /** Where the app is, or will be, served. */
  url: string;
  mailboxUrl: string;
  supabaseUrl: string;
  /** As `postgres`, the role migrations run as. */
  databaseUrl: string;
  /** As the superuser, for tests and repairs. */
  adminDatabaseUrl: string;
  publishableKey: string;
  secretKey: string;
  smtpUrl: string;
  cronSecret: string;
  /** Where tests put up what answers for Google Sheets. */
  sheetsUrl: string;
};

export type Stack = {
  name: string;
  ports: Ports;
  connections: Connections;
  /** The data was made by this start. */
  isFresh: boolean;
  /** Makes a later start of the same stack answer with our address. */
  announce: () => void;
  stop: () => Promise<void>;
};

export type StackOptions = {
  name: string;
  /** Throw the data of earlier runs away. */
  reset?: boolean;
  volatile?: boolean;
  confirmEmail?: boolean;
  /** Called before each step with what is about to happen. */
  onStep?: (step: string) => void;
};

/**
 * Starts PostgreSQL, the Supabase API and the mailbox under one name, with ports and data of their own, and applies the
 * migrations. Throws StackIsRunning when another process runs the same name. Whatever was started is stopped on failure.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { name, reset = false, volatile = false, confirmEmail = false, onStep = () => undefined } = options;
  const lock = lockStack(name);
  const started: (() => Promise<void> | void)[] = [
    () => lock.release(),
    () => rmSync(stackFile(name), { force: true }),
  ];
  const stop = async () => {
    while (started.length > 0) await started.pop()?.();
  };

  try {
    if (reset) {
      await removeData(name);
      rmSync(join(stackDirectory(name), "mail"), { recursive: true, force: true });
    }
    const isFresh = !hasData(name);
    const ports = await choosePorts(name);
    const secrets = loadSecrets(name);
    const connections = connectionsOf(ports, secrets);

    onStep("starting PostgreSQL");
    const database = await startPostgres({ name, port: ports.database, password: secrets.databasePassword, volatile });
    started.push(database.stop);
    const api: ApiOptions = {
      adminDatabaseUrl: connections.adminDatabaseUrl,
      databaseUrl: urlFor("embedded_api", ports, secrets.databasePassword),
      port: ports.api,
      siteUrl: connections.url,
      smtpUrl: connections.smtpUrl,
      secrets,
      confirmEmail,
    };
    await runFile(connections.adminDatabaseUrl, "hosted-roles.sql", secrets.databasePassword);
    await prepareAuthSchema(api);
    await runFile(connections.adminDatabaseUrl, "hosted-auth.sql");

    onStep("applying migrations");
    await migrate(name, connections.databaseUrl, isFresh);

    onStep("starting the API and the mailbox");
    started.push((await startMailbox(name, ports)).stop);
    started.push((await startApi(api)).stop);
    return { name, ports, connections, isFresh, announce: () => lock.announce(connections.url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Writes `.local/<name>.json`, by which other programs find the running stack. */
export function publishStack(name: string, content: Connections & Record<string, unknown>): void {
  writeFileSync(stackFile(name), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

function connectionsOf(ports: Ports, secrets: ReturnType<typeof loadSecrets>): Connections {
  return {
    url: `http://127.0.0.1:${ports.web}`,
    mailboxUrl: `http://127.0.0.1:${ports.mailbox}/index.html`,
    supabaseUrl: `http://127.0.0.1:${ports.api}`,
    databaseUrl: urlFor("postgres", ports, secrets.databasePassword),
    adminDatabaseUrl: urlFor("supabase_admin", ports, secrets.databasePassword),
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    cronSecret: secrets.cronSecret,
    sheetsUrl: `http://127.0.0.1:${ports.sheets}`,
  };
}

function urlFor(role: string, ports: Ports, password: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${ports.database}/postgres`;
}

/** Runs one of the SQL files next to this one; with a password the roles that sign in get it. */
async function runFile(url: string, file: string, password?: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(readFileSync(join(import.meta.dirname, file), "utf8"));
    if (password) {
      for (const role of ["postgres", "embedded_api"])
        await sql.unsafe(`alter role ${role} with password '${password}'`);
    }
  } finally {
    await sql.end();
  }
}
