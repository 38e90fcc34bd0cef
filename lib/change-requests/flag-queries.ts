import "server-only";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";
import { type Moved, movedSchema } from "./describe-moved";

/** An import, its undoing, or a mark of fulfillment (no number) that changed what a round of a request asks about. */
export type RequestFlag = {
  id: string;
  importNumber: number | null;
  isUndo: boolean;
  by: string;
  at: string;
  moved: Moved[];
};

/** What imports and marks did to this round of the request, the last first. */
export async function listFlags(db: Db, orgId: string, request: { id: string; round: number }): Promise<RequestFlag[]> {
  const flags = await read(
    db
      .from("request_flags")
      .select("id, import_number, is_undo, moved, by_member, at")
      .eq("org_id", orgId)
      .eq("request_id", request.id)
      .eq("round", request.round)
      .order("at", { ascending: false })
      .limit(20),
  );
  if (flags.length === 0) return [];
  const people = await read(
    db
      .from("members")
      .select("id, name")
      .eq("org_id", orgId)
      .in("id", [...new Set(flags.map(({ by_member }) => by_member))]),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return flags.map(({ id, import_number, is_undo, moved, by_member, at }) => ({
    id,
    importNumber: import_number,
    isUndo: is_undo,
    by: names.get(by_member) ?? "A former member",
    at,
    moved: movedSchema.parse(moved),
  }));
}
