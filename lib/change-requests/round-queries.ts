import "server-only";
import type { ChangeView } from "@/lib/change-requests/change-view";
import type { RequestMail, RequestRound, RoundDecision } from "@/lib/change-requests/request-round";
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
        .select("round, kind, line_id, before, after")
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
    decision: decisions.get(round) ?? null,
  }));
}

async function listDecisions(db: Db, orgId: string, requestId: string): Promise<Map<number, RoundDecision>> {
  const rows = await read(
    db
      .from("decisions")
      .select("round, decision, outcome, note, decided_at, decided_by")
      .eq("org_id", orgId)
      .eq("request_id", requestId),
  );
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map((row) => row.decided_by))];
  const people = await read(db.from("members").select("id, name").eq("org_id", orgId).in("id", ids));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    rows.map(({ round, decision, outcome, note, decided_at, decided_by }) => [
      round,
      { decision, outcome, note, decidedAt: decided_at, decidedBy: names.get(decided_by) ?? "A former member" },
    ]),
  );
}

/** The e-mails about a request, the first one first. */
export async function listMails(db: Db, orgId: string, requestId: string): Promise<RequestMail[]> {
  const rows = await read(
    db
      .from("notifications")
      .select("id, template, recipient_name, recipient_email, state, attempts, created_at, sent_at")
      .eq("org_id", orgId)
      .eq("request_id", requestId)
      .order("created_at")
      .order("recipient_email")
      .limit(200),
  );
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    recipientName: row.recipient_name,
    recipientEmail: row.recipient_email,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }));
}
