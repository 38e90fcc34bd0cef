import type { Metadata } from "next";
import { AppShell } from "@/components/layout/app-shell";
import { Bell } from "@/components/notifications/bell";
import { MailTroubleNotice } from "@/components/notifications/mail-trouble-notice";
import { checkMember, forPage, requireMember } from "@/lib/auth/gate";
import { hasOwnToDecide } from "@/lib/change-requests/routing-queries";
import { getShellNews } from "@/lib/notifications/shell-news";

export async function generateMetadata({ params }: LayoutProps<"/[org]">): Promise<Metadata> {
  const gate = await checkMember((await params).org).catch(() => null);
  return gate ? { title: { default: gate.org.name, template: `%s · ${gate.org.name}` } } : {};
}

/** The frame around signed-in pages. Each page still asks the gate itself: a layout doesn't run for every navigation. */
export default async function OrgLayout({ children, params }: LayoutProps<"/[org]">) {
  const gate = await requireMember((await params).org);
  const { org, organizations, member } = gate;
  const isAdminOnly = member.roles.includes("admin") && !member.roles.includes("approver");
  const [{ news, trouble }, decides] = await forPage(
    Promise.all([getShellNews(gate), isAdminOnly && hasOwnToDecide(gate.db, org.id)]),
  );
  return (
    <AppShell
      org={org}
      organizations={organizations}
      member={member}
      decides={decides}
      bell={<Bell org={org.slug} news={news} />}
    >
      {trouble && <MailTroubleNotice org={org.slug} trouble={trouble} timeZone={org.timeZone} />}
      {children}
    </AppShell>
  );
}
