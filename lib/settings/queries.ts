import "server-only";
import type { MemberRole } from "@/lib/auth/roles";
import type { LockRule, LockTableVersion, RuleEdit } from "@/lib/settings/lock-table";
import { foldWord, type StatusWord } from "@/lib/settings/status-word";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

/** Every status word with the orders that carry it: unmapped ones first, then the most used. */
export async function listStatusWords(db: Db, orgId: string): Promise<StatusWord[]> {
  const [words, uses] = await Promise.all([
    read(db.from("status_words").select("word, word_key, stage").eq("org_id", orgId)),
    read(db.from("status_word_uses").select("status_word, orders").eq("org_id", orgId)),
  ]);
  const orders = new Map<string, number>();
  for (const use of uses) {
    const key = foldWord(use.status_word ?? "");
    orders.set(key, (orders.get(key) ?? 0) + (use.orders ?? 0));
  }
  const rank = ({ stage }: StatusWord) => (stage === "unknown" ? 0 : 1);
  return words
    .map(({ word, word_key, stage }) => ({ word, stage, orders: orders.get(foldWord(word_key)) ?? 0 }))
    .sort((a, b) => rank(a) - rank(b) || b.orders - a.orders || a.word.localeCompare(b.word));
}

export type Reason = { code: string; label: string; position: number; active: boolean };

/** In the order in which the request form offers them, those no longer offered at the end. */
export async function listReasons(db: Db, orgId: string): Promise<Reason[]> {
  return read(
    db
      .from("reasons")
      .select("code, label, position, active")
      .eq("org_id", orgId)
      .order("active", { ascending: false })
      .order("position")
      .order("label"),
  );
}

/** Every cell the organization decides, with what it says now. */
export async function getLockTable(db: Db, orgId: string): Promise<LockRule[]> {
  return read(
    db
      .from("lock_table")
      .select("kind, stage, isLocked: is_locked, isLockedByDefault: is_locked_by_default")
      .eq("org_id", orgId)
      .order("kind")
      .order("stage")
      .overrideTypes<LockRule[], { merge: false }>(),
  );
}

/** The latest saves of the lock table, the newest first. */
export async function listLockTableVersions(db: Db, orgId: string): Promise<LockTableVersion[]> {
  const rows = await read(
    db
      .from("lock_table_versions")
      .select("version, changes, restoredVersion: restored_version, savedAt: saved_at, saver: members (name)")
      .eq("org_id", orgId)
      .order("version", { ascending: false })
      .limit(50),
  );
  return rows.map(({ changes, saver, ...row }) => ({
    ...row,
    changes: changes as RuleEdit[],
    savedBy: saver?.name ?? "A former member",
  }));
}

export type Person = { id: string; name: string; email: string; roles: MemberRole[]; active: boolean };

/** Everybody who is or was a member: the active first, by name. */
export async function listPeople(db: Db, orgId: string): Promise<Person[]> {
  return read(
    db
      .from("members")
      .select("id, name, email, roles, active")
      .eq("org_id", orgId)
      .order("active", { ascending: false })
      .order("name")
      .limit(1000),
  );
}

export async function getFulfillmentEmail(db: Db, orgId: string): Promise<string | null> {
  const rows = await read(db.from("organizations").select("fulfillment_email").eq("id", orgId));
  return rows[0]?.fulfillment_email ?? null;
}
