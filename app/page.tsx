import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { signedInUser } from "@/lib/auth/gate";
import { LAST_ORG } from "@/lib/auth/last-org";
import { listMemberships } from "@/lib/auth/memberships";
import { routes } from "@/lib/routes";

/** Nothing lives here: on to the organization looked at last, or the first one. */
export default async function StartPage() {
  const user = await signedInUser();
  if (!user) redirect(routes.signIn());
  const memberships = await listMemberships(user.db, user.userId);
  const last = (await cookies()).get(LAST_ORG)?.value;
  const chosen = memberships.find(({ org }) => org.slug === last) ?? memberships[0];
  redirect(chosen ? routes.home(chosen.org.slug) : routes.noOrganization());
}
