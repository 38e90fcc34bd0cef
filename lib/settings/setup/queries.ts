import "server-only";
import type { SetupAnswers, SetupFacts } from "@/lib/settings/setup/setup-facts";
import { read } from "@/lib/supabase/read";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";

export type Setup = {
  /** 0 before the first interview was applied. */
  version: number;
  facts: SetupFacts;
  /** What the person answered and hasn't applied. */
  draft: { answers: SetupAnswers; base_version: number; updated_at: string } | null;
};

export async function getSetup(db: Db, orgId: string): Promise<Setup> {
  return rpc(db, "read_setup", { p_org: orgId });
}

export type SetupVersion = { version: number; facts: SetupFacts; appliedBy: string; appliedAt: string };

/** The newest first. */
export async function listSetups(db: Db, orgId: string, limit = 20): Promise<SetupVersion[]> {
  const [rows, members] = await Promise.all([
    read(
      db
        .from("setups")
        .select("version, facts, applied_by, applied_at")
        .eq("org_id", orgId)
        .order("version", { ascending: false })
        .limit(limit)
        .overrideTypes<
          { version: number; facts: SetupFacts; applied_by: string; applied_at: string }[],
          { merge: false }
        >(),
    ),
    read(db.from("members").select("id, name").eq("org_id", orgId).limit(1_000)),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return rows.map(({ version, facts, applied_by, applied_at }) => ({
    version,
    facts,
    appliedBy: names.get(applied_by) ?? "A former member",
    appliedAt: applied_at,
  }));
}
