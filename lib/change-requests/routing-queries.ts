import "server-only";
import type { Database } from "@/lib/supabase/database.types";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** Why somebody can decide: see the database's `decider_basis`. */
export type DeciderBasis = Database["public"]["Enums"]["decider_basis"];

export type Decider = {
  memberId: string;
  name: string;
  basis: DeciderBasis;
  /** Whom they would stand in for. */
  onBehalfOf: string | null;
};

/** Who can decide each of these pending requests now, by request id and in the order of names. */
export async function listDeciders(
  db: Db,
  orgId: string,
  requestIds: readonly string[],
): Promise<Map<string, Decider[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await read(
    db
      .from("request_deciders")
      .select("request_id, member_id, name, basis, on_behalf_of_name")
      .eq("org_id", orgId)
      .in("request_id", requestIds)
      .order("name")
      .overrideTypes<
        {
          request_id: string;
          member_id: string;
          name: string;
          basis: DeciderBasis;
          on_behalf_of_name: string | null;
        }[],
        { merge: false }
      >(),
  );
  const deciders = new Map<string, Decider[]>();
  for (const { request_id, member_id, name, basis, on_behalf_of_name } of rows) {
    const list = deciders.get(request_id) ?? [];
    list.push({ memberId: member_id, name, basis, onBehalfOf: on_behalf_of_name });
    deciders.set(request_id, list);
  }
  return deciders;
}

/** Whether this member can decide the request, and in which right; null when it is somebody else's. */
export function ownPart(deciders: readonly Decider[] | undefined, memberId: string): Decider | null {
  return deciders?.find((decider) => decider.memberId === memberId) ?? null;
}

/** Whether anything waits for the reader's decision. */
export async function hasOwnToDecide(db: Db, orgId: string): Promise<boolean> {
  return (await read(db.from("my_queue").select("id").eq("org_id", orgId).limit(1))).length > 0;
}

/**
 * Ids of the pending requests that the caller can decide now, what is due first, then the oldest. Every row says how many there
 * are: counting apart would find all of them a second time. Only past the end there is no row to say it.
 */
export async function listMyQueueIds(
  db: Db,
  orgId: string,
  { from, to }: { from: number; to: number },
): Promise<{ ids: string[]; total: number }> {
  const rows = await read(
    db
      .from("my_queue")
      .select("id, waiting")
      .eq("org_id", orgId)
      .order("due_at", { nullsFirst: false })
      .order("submitted_at")
      .order("reference")
      .range(from, to)
      .overrideTypes<{ id: string; waiting: number }[], { merge: false }>(),
  );
  const [first] = rows;
  if (!first && from > 0) return { ids: [], total: (await listMyQueueIds(db, orgId, { from: 0, to: 0 })).total };
  return { ids: rows.map(({ id }) => id), total: first?.waiting ?? 0 };
}
