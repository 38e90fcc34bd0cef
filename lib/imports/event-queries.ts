import "server-only";
import { z } from "zod";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

const corrected = z.object({ row: z.number(), column: z.string(), before: z.string(), after: z.string() });
const chosen = z.object({ closing: z.number() });

/** What somebody did with a file on its way into the orders, in a sentence. */
export type ImportEvent = { id: string; by: string; at: string; sentence: string };

export const SHOWN_EVENTS = 50;

/** The import's own record, the last first. */
export async function listImportEvents(db: Db, orgId: string, importId: string): Promise<ImportEvent[]> {
  const rows = await read(
    db
      .from("import_events")
      .select("id, kind, facts, by_member, at")
      .eq("org_id", orgId)
      .eq("import_id", importId)
      .order("at", { ascending: false })
      .limit(SHOWN_EVENTS),
  );
  if (rows.length === 0) return [];
  const people = await read(
    db
      .from("members")
      .select("id, name")
      .eq("org_id", orgId)
      .in("id", [...new Set(rows.map(({ by_member }) => by_member))]),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, kind, facts, by_member, at }) => ({
    id,
    by: names.get(by_member) ?? "A former member",
    at,
    sentence: sentenceOf(kind, facts),
  }));
}

function sentenceOf(kind: "cell_corrected" | "missing_chosen" | "stop_asked", facts: unknown): string {
  switch (kind) {
    case "cell_corrected": {
      const { row, column, before, after } = corrected.parse(facts);
      return `corrected ${column} in row ${row.toLocaleString("en-US")}: “${before}” → “${after}”`;
    }
    case "missing_chosen": {
      const { closing } = chosen.parse(facts);
      return closing === 0
        ? "left all orders that are not in the file as they are"
        : `chose ${closing.toLocaleString("en-US")} orders that are not in the file to be closed`;
    }
    case "stop_asked":
      return "asked what was running to stop";
  }
}
