import { redirect } from "next/navigation";
import { forPage, signedInUser } from "@/lib/auth/gate";
import { landingPath } from "@/lib/auth/landing-path";
import { routes } from "@/lib/routes";

/** Nothing lives here: on to the person's own organization. */
export default async function StartPage() {
  const user = await signedInUser();
  if (!user) redirect(routes.signIn());
  redirect(await forPage(landingPath(user.db, user.userId)));
}
