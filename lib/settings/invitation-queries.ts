import "server-only";
import type { MemberRole } from "@/lib/auth/roles";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export type Invitation = {
  id: string;
  email: string;
  name: string | null;
  roles: MemberRole[];
  invitedBy: string;
  sentAt: string;
  expiresAt: string;
  isExpired: boolean;
};

/** Those neither accepted nor revoked, the newest first. */
export async function listInvitations(db: Db, orgId: string): Promise<Invitation[]> {
  const [rows, members] = await Promise.all([
    read(
      db
        .from("invitations")
        .select("id, email, name, roles, invited_by, sent_at, expires_at")
        .eq("org_id", orgId)
        .is("accepted_at", null)
        .is("revoked_at", null)
        .order("created_at", { ascending: false })
        .limit(500),
    ),
    read(db.from("members").select("id, name").eq("org_id", orgId).limit(1000)),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return rows.map(({ id, email, name, roles, invited_by, sent_at, expires_at }) => ({
    id,
    email,
    name,
    roles,
    invitedBy: names.get(invited_by) ?? "somebody",
    sentAt: sent_at,
    expiresAt: expires_at,
    isExpired: Date.parse(expires_at) <= Date.now(),
  }));
}
