import { redirect } from "next/navigation";
import { requireMember } from "@/lib/auth/gate";
import { routes } from "@/lib/routes";

/** Settings begin with how the organization works: the rest is its parts. */
export default async function SettingsPage({ params }: PageProps<"/[org]/settings">) {
  const { org } = await requireMember((await params).org, "admin");
  redirect(routes.setup(org.slug));
}
