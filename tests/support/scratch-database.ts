import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { prepareAuthSchema } from "../../supabase/local/api.ts";
import type { Connections } from "../../supabase/local/stack.ts";

export type ScratchDatabase = {
  /** The same server with this database in the URLs. */
  connections: Connections;
  /** Full sight. */
  superuser: Sql;
  /** The role that migrates, and may take the client roles. */
  owner: Sql;
  drop: () => Promise<void>;
};

const supabase = join(import.meta.dirname, "../../supabase");
const migrations = join(supabase, "migrations");

/** A database of its own on the stack's server, migrated and empty: for what concerns all organizations at once. */
export async function createScratchDatabase(stack: Connections): Promise<ScratchDatabase> {
  const server = connect(stack.adminDatabaseUrl, 1);
  const name = `scratch_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const template = await findTemplate(server, stack);
  await server.unsafe(`create database ${name} template ${template} owner postgres`);
  const connections = within(stack, name);
  const superuser = connect(connections.adminDatabaseUrl, 20);
  const owner = connect(connections.databaseUrl, 20);
  return {
    connections,
    superuser,
    owner,
    drop: async () => {
      await Promise.all([superuser.end({ timeout: 1 }), owner.end({ timeout: 1 })]);
      await server.unsafe(`drop database ${name} with (force)`);
      await server.end({ timeout: 1 });
    },
  };
}

/** Migrating takes a second, copying a migrated database a tenth of it: the copy's original is made once per state of the files. */
async function findTemplate(server: Sql, stack: Connections): Promise<string> {
  const files = readdirSync(migrations)
    .sort()
    .map((file) => readFileSync(join(migrations, file), "utf8"));
  const template = `template_${createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16)}`;
  // Lock: whoever comes second waits here, and finds it made.
  await server`select pg_advisory_lock(hashtext(${template}))`;
  try {
    const exists = await server`select from pg_database where datname = ${template}`;
    if (exists.length > 0) return template;
    const unfinished = `${template}_unfinished`;
    await server.unsafe(`drop database if exists ${unfinished} with (force)`);
    await server.unsafe(`create database ${unfinished} owner postgres`);
    await build(within(stack, unfinished), files);
    await server.unsafe(`alter database ${unfinished} rename to ${template}`);
    return template;
  } finally {
    await server`select pg_advisory_unlock(hashtext(${template}))`;
  }
}

async function build(connections: Connections, files: string[]): Promise<void> {
  const superuser = connect(connections.adminDatabaseUrl, 1);
  await superuser.unsafe(`
    create schema extensions authorization postgres;
    grant usage on schema extensions to anon, authenticated, service_role;
    create extension pgcrypto with schema extensions; create extension "uuid-ossp" with schema extensions`);
  await prepareAuthSchema({
    adminDatabaseUrl: connections.adminDatabaseUrl,
    databaseUrl: connections.databaseUrl,
    port: 0,
    siteUrl: connections.url,
    smtpUrl: connections.smtpUrl,
    secrets: {
      jwtSecret: "-".repeat(32),
      publishableKey: connections.publishableKey,
      secretKey: connections.secretKey,
    },
    confirmEmail: false,
  });
  await superuser.unsafe(readFileSync(join(supabase, "local/hosted-auth.sql"), "utf8"));
  await superuser.end({ timeout: 1 });
  const owner = connect(connections.databaseUrl, 1);
  for (const file of files) await owner.unsafe(file);
  await owner.end({ timeout: 1 });
}

function within(stack: Connections, database: string): Connections {
  const replace = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  return { ...stack, databaseUrl: replace(stack.databaseUrl), adminDatabaseUrl: replace(stack.adminDatabaseUrl) };
}

function connect(url: string, max: number): Sql {
  return postgres(url, { max, idle_timeout: 5, onnotice: () => undefined });
}
