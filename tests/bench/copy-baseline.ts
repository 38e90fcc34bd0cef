import { createOrganization } from "../support/organization.ts";
import { superuser } from "../support/postgres.ts";
import { timed } from "./timings.ts";

/** Milliseconds of raw COPY of the rows an organization's imports wrote. */
export type CopyTimes = { ordersAndLines: number; auditEntries: number };

/**
 * Copies the organization's rows out and, for another one, into the same tables with all their indexes and constraints.
 * The server reads the rows from its own disk: nothing is faster, and nothing is checked but what the tables demand.
 */
export async function copyBaseline(orgId: string): Promise<CopyTimes> {
  const other = await createOrganization();
  const ordersAndLines =
    (await copyInto("orders", orgId, other.id, { source_id: "null" })) +
    (await copyInto("order_lines", orgId, other.id));
  // The entries of the other organization's founding already have the first numbers.
  const auditEntries = await copyInto("audit_entries", orgId, other.id, { seq: "seq + 1000" });
  return { ordersAndLines, auditEntries };
}

async function copyInto(
  table: string,
  from: string,
  to: string,
  replaced: Record<string, string> = {},
): Promise<number> {
  const columns = await superuser<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  const names = columns.map(({ name }) => `"${name}"`);
  const values: Record<string, string> = { org_id: `'${to}'`, ...replaced };
  const selected = columns.map(({ name }) => values[name] ?? `"${name}"`);
  const [place] = await superuser<{ file: string }[]>`
    select current_setting('data_directory') || '/bench-' || gen_random_uuid() || '.copy' as file`;
  const file = place?.file;
  await superuser.unsafe(
    `copy (select ${selected.join(", ")} from public.${table} where org_id = '${from}') to '${file}'`,
  );
  const { ms } = await timed(() => superuser.unsafe(`copy public.${table} (${names.join(", ")}) from '${file}'`));
  // Emptied; a server cannot be asked to delete a file.
  await superuser.unsafe(`copy (select where false) to '${file}'`);
  return ms;
}
