import "server-only";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";
import type { ImportSource, LearnedReading, ReadingVersion } from "./learned-reading";
import { sourceFormatSchema } from "./source-format";

const MOST_SOURCES = 20;
const MOST_VERSIONS = 200;

type VersionRow = {
  source_id: string;
  version: number;
  is_proposed: boolean;
  format: unknown;
  import_id: string | null;
  created_by: string;
  created_at: string;
};

/** What the next file of each source is proposed to be read as, the most recently used source first. */
export async function listLearnedReadings(db: Db, orgId: string): Promise<LearnedReading[]> {
  const sources = await readSources(db, orgId);
  const versions = await readVersions(db, orgId, sources, true);
  const names = await namesOf(db, orgId, versions);
  const proposed = new Map(versions.map((row) => [row.source_id, row]));
  return sources.flatMap(({ id, name }) => {
    const row = proposed.get(id);
    // A format an older version wrote differently is only a proposal that is missing.
    const format = sourceFormatSchema.safeParse(row?.format).data;
    if (!row || !format) return [];
    const { version, created_by, created_at } = row;
    return [{ sourceId: id, name, version, savedBy: names.get(created_by) ?? "", savedAt: created_at, format }];
  });
}

/** Every source with all its versions, the newest first. */
export async function listImportSources(db: Db, orgId: string): Promise<ImportSource[]> {
  const sources = await readSources(db, orgId);
  const versions = await readVersions(db, orgId, sources, false);
  const [names, numbers] = await Promise.all([namesOf(db, orgId, versions), numbersOf(db, orgId, versions)]);
  return sources.map(({ id, name, updated_at }) => ({
    id,
    name,
    usedAt: updated_at,
    versions: versions.filter(({ source_id }) => source_id === id).flatMap((row) => toVersion(row, names, numbers)),
  }));
}

function toVersion(row: VersionRow, names: Map<string, string>, numbers: Map<string, number>): ReadingVersion[] {
  const format = sourceFormatSchema.safeParse(row.format).data;
  if (!format) return [];
  return [
    {
      version: row.version,
      isProposed: row.is_proposed,
      savedBy: names.get(row.created_by) ?? "",
      savedAt: row.created_at,
      importId: row.import_id,
      importNumber: numbers.get(row.import_id ?? "") ?? null,
      format,
    },
  ];
}

function readSources(db: Db, orgId: string): Promise<{ id: string; name: string; updated_at: string }[]> {
  return read(
    db
      .from("import_sources")
      .select("id, name, updated_at")
      .eq("org_id", orgId)
      .order("updated_at", { ascending: false })
      .limit(MOST_SOURCES),
  );
}

async function readVersions(
  db: Db,
  orgId: string,
  sources: { id: string }[],
  onlyProposed: boolean,
): Promise<VersionRow[]> {
  if (sources.length === 0) return [];
  const ids = sources.map(({ id }) => id);
  const versions = db
    .from("import_source_versions")
    .select("source_id, version, is_proposed, format, import_id, created_by, created_at")
    .eq("org_id", orgId)
    .in("source_id", ids)
    .order("version", { ascending: false })
    .limit(MOST_VERSIONS);
  return read(
    (onlyProposed ? versions.eq("is_proposed", true) : versions).overrideTypes<VersionRow[], { merge: false }>(),
  );
}

async function namesOf(db: Db, orgId: string, rows: VersionRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ created_by }) => created_by))];
  if (ids.length === 0) return new Map();
  const people = await read(db.from("members").select("id, name").eq("org_id", orgId).in("id", ids));
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function numbersOf(db: Db, orgId: string, rows: VersionRow[]): Promise<Map<string, number>> {
  const ids = [...new Set(rows.flatMap(({ import_id }) => import_id ?? []))];
  if (ids.length === 0) return new Map();
  const imports = await read(db.from("imports").select("id, number").eq("org_id", orgId).in("id", ids));
  return new Map(imports.map(({ id, number }) => [id, number]));
}
