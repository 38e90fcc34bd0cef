import { redirect } from "next/navigation";
import { requireMember } from "@/lib/auth/gate";
import { routes } from "@/lib/routes";

/** Settings begin with the status words: without them every order is locked. */
export default async function SettingsPage({ params }: PageProps<"/[org]/settings">) {
  const { org } = await requireMember((await params).org, "admin");
  redirect(routes.statusWords(org.slug));
}
