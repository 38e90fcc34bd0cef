import "server-only";
import type { PolicyProblem, PolicyRule } from "@/lib/approvals/policy-rule";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** A version of the rules; the last rule is the default. */
export type Policy = { version: number; rules: PolicyRule[]; savedAt: string; savedBy: string };

export type ApproverGroup = { id: string; name: string; active: boolean; memberIds: string[] };

export type Delegation = {
  id: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  /** ISO timestamps. */
  startsAt: string;
  endsAt: string;
  note: string | null;
};

/** Versions of the rules, the current one first. */
export async function listPolicies(db: Db, orgId: string, limit = 20): Promise<Policy[]> {
  const rows = await read(
    db
      .from("approval_policies")
      .select("version, rules, created_at, created_by")
      .eq("org_id", orgId)
      .order("version", { ascending: false })
      .limit(limit)
      .overrideTypes<
        { version: number; rules: PolicyRule[]; created_at: string; created_by: string }[],
        { merge: false }
      >(),
  );
  const names = await memberNames(db, orgId);
  return rows.map(({ version, rules, created_at, created_by }) => ({
    version,
    rules,
    savedAt: created_at,
    savedBy: names.get(created_by) ?? "A former member",
  }));
}

/** What is wrong with the current rules: steps that people who left have made too short. */
export async function listPolicyProblems(db: Db, orgId: string): Promise<PolicyProblem[]> {
  const rows = await read(
    db
      .from("approval_policy_problems")
      .select("problem")
      .eq("org_id", orgId)
      .order("place")
      .overrideTypes<{ problem: PolicyProblem }[], { merge: false }>(),
  );
  return rows.map(({ problem }) => problem);
}

/** All groups by name; those that were put away too. */
export async function listGroups(db: Db, orgId: string): Promise<ApproverGroup[]> {
  const [groups, members] = await Promise.all([
    read(db.from("approver_groups").select("id, name, active").eq("org_id", orgId).order("name").limit(200)),
    read(db.from("approver_group_members").select("group_id, member_id").eq("org_id", orgId).limit(1000)),
  ]);
  return groups.map((group) => ({
    ...group,
    memberIds: members.filter(({ group_id }) => group_id === group.id).map(({ member_id }) => member_id),
  }));
}

/** Who stands in for whom, now or later; what is over or was ended is left out. */
export async function listDelegations(db: Db, orgId: string): Promise<Delegation[]> {
  const [rows, names] = await Promise.all([
    read(
      db
        .from("delegations")
        .select("id, from_member, to_member, starts_at, ends_at, note")
        .eq("org_id", orgId)
        .is("revoked_at", null)
        .gt("ends_at", new Date().toISOString())
        .order("starts_at")
        .limit(200),
    ),
    memberNames(db, orgId),
  ]);
  const person = (id: string) => ({ id, name: names.get(id) ?? "A former member" });
  return rows.map(({ id, from_member, to_member, starts_at, ends_at, note }) => ({
    id,
    from: person(from_member),
    to: person(to_member),
    startsAt: starts_at,
    endsAt: ends_at,
    note,
  }));
}

/** Active approvers by name: whom a rule, a group or a delegation can name. */
export async function listApprovers(db: Db, orgId: string): Promise<{ id: string; name: string }[]> {
  return read(
    db
      .from("members")
      .select("id, name")
      .eq("org_id", orgId)
      .eq("active", true)
      .contains("roles", ["approver"])
      .order("name")
      .limit(500),
  );
}

/** Names of people and groups by id, for the sentences of rules. */
export async function ruleNames(db: Db, orgId: string): Promise<Map<string, string>> {
  const [names, groups] = await Promise.all([
    memberNames(db, orgId),
    read(db.from("approver_groups").select("id, name").eq("org_id", orgId).limit(200)),
  ]);
  for (const { id, name } of groups) names.set(id, name);
  return names;
}

async function memberNames(db: Db, orgId: string): Promise<Map<string, string>> {
  const rows = await read(db.from("members").select("id, name").eq("org_id", orgId).limit(1000));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many minutes before the cut-off people are reminded, and admins told. */
export type Deadlines = { remind: number; escalate: number; acknowledge: number };

export async function getDeadlines(db: Db, orgId: string): Promise<Deadlines | null> {
  const [row] = await read(
    db.from("organizations").select("remind_minutes, escalate_minutes, acknowledge_minutes").eq("id", orgId),
  );
  return row
    ? { remind: row.remind_minutes, escalate: row.escalate_minutes, acknowledge: row.acknowledge_minutes }
    : null;
}
