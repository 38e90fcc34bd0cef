import "server-only";
import type { MemberRole } from "@/lib/auth/roles";
import { read } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export type Organization = { id: string; slug: string; name: string; timeZone: string; currency: string };

export type Membership = {
  member: { id: string; name: string; email: string; roles: MemberRole[] };
  org: Organization;
};

/** The active memberships of one person, the first joined first: that is where they begin. Row-level security leaves out the inactive ones. */
export async function listMemberships(db: Db, userId: string): Promise<Membership[]> {
  const rows = await read(
    db
      .from("members")
      .select(
        "id, name, email, roles, organization:organizations!members_org_id_fkey!inner (id, slug, name, time_zone, currency)",
      )
      .eq("user_id", userId)
      .eq("active", true)
      .order("created_at"),
  );
  return rows.map(({ organization, ...member }) => ({
    member,
    org: {
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
      timeZone: organization.time_zone,
      currency: organization.currency,
    },
  }));
}
