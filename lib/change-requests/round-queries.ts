import "server-only";
import type { ChangeView } from "@/lib/change-requests/change-view";
import type { RequestRound, RoundDecision } from "@/lib/change-requests/request-round";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** All rounds of a request, the current one first. */
export async function listRounds(db: Db, orgId: string, requestId: string): Promise<RequestRound[]> {
  const [rounds, changes, decisions] = await Promise.all([
    read(
      db
        .from("request_rounds")
        .select("round, base_version, reason, submitted_at")
        .eq("org_id", orgId)
        .eq("request_id", requestId)
        .order("round", { ascending: false }),
    ),
    read(
      db
        .from("changes")
        .select("round, position, kind, line_id, before, after, outcome")
        .eq("org_id", orgId)
        .eq("request_id", requestId)
        .order("round", { ascending: false })
        .order("position")
        .overrideTypes<(ChangeView & { round: number })[], { merge: false }>(),
    ),
    listDecisions(db, orgId, requestId),
  ]);
  return rounds.map(({ round, base_version, reason, submitted_at }) => ({
    round,
    baseVersion: base_version,
    reason,
    submittedAt: submitted_at,
    changes: changes.filter((change) => change.round === round),
    decision: decisions.find((one) => one.round === round && one.outcome !== "pending") ?? null,
    approvals: decisions.filter((one) => one.round === round && one.outcome === "pending"),
  }));
}

async function listDecisions(db: Db, orgId: string, requestId: string): Promise<(RoundDecision & { round: number })[]> {
  const rows = await read(
    db
      .from("decisions")
      .select("round, step, decision, outcome, note, decided_at, decided_by, on_behalf_of, basis, rejected_changes")
      .eq("org_id", orgId)
      .eq("request_id", requestId)
      .order("decided_at"),
  );
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap((row) => [row.decided_by, row.on_behalf_of]))].filter((id) => id !== null);
  const people = await read(db.from("members").select("id, name").eq("org_id", orgId).in("id", ids));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ round, step, decision, outcome, note, decided_at, decided_by, on_behalf_of, basis, ...row }) => ({
    round,
    step,
    decision,
    outcome,
    note,
    basis,
    decidedAt: decided_at,
    decidedBy: names.get(decided_by) ?? "A former member",
    decidedFor: on_behalf_of === null ? null : (names.get(on_behalf_of) ?? "a former member"),
    rejectedChanges: row.rejected_changes,
  }));
}
