import type { Metadata } from "next";
import { AppShell } from "@/components/layout/app-shell";
import { checkMember, requireMember } from "@/lib/auth/gate";

export async function generateMetadata({ params }: LayoutProps<"/[org]">): Promise<Metadata> {
  const gate = await checkMember((await params).org).catch(() => null);
  return gate ? { title: { default: gate.org.name, template: `%s · ${gate.org.name}` } } : {};
}

/** The frame around signed-in pages. Each page still asks the gate itself: a layout doesn't run for every navigation. */
export default async function OrgLayout({ children, params }: LayoutProps<"/[org]">) {
  const { org, organizations, member } = await requireMember((await params).org);
  return (
    <AppShell org={org} organizations={organizations} member={member}>
      {children}
    </AppShell>
  );
}
