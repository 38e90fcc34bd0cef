import "server-only";
import { cookies } from "next/headers";
import { LAST_ORG } from "@/lib/auth/last-org";
import { listMemberships } from "@/lib/auth/memberships";
import { routes } from "@/lib/routes";
import type { Db } from "@/lib/supabase/server";

/** Where a person begins: in the organization looked at last, else in the first one, else where it says there is none. */
export async function landingPath(db: Db, userId: string): Promise<string> {
  const memberships = await listMemberships(db, userId);
  const last = (await cookies()).get(LAST_ORG)?.value;
  const chosen = memberships.find(({ org }) => org.slug === last) ?? memberships[0];
  return chosen ? routes.home(chosen.org.slug) : routes.noOrganization();
}
