import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { InboxFilters } from "@/components/notifications/inbox-filters";
import { InboxList } from "@/components/notifications/inbox-list";
import { InboxPages } from "@/components/notifications/inbox-pages";
import { MarkAllReadForm } from "@/components/notifications/mark-all-read-form";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { forPage, requireMember } from "@/lib/auth/gate";
import { readInboxSearch } from "@/lib/notifications/inbox-search";
import { countUnread, getNewestItemTime, listInbox } from "@/lib/notifications/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ params, searchParams }: PageProps<"/[org]/notifications">) {
  const { db, member, org } = await requireMember((await params).org);
  const search = readInboxSearch(await searchParams);
  const [{ rows, total }, unread, newest] = await forPage(
    Promise.all([
      listInbox(db, org.id, member.id, search),
      countUnread(db, org.id, member.id),
      getNewestItemTime(db, org.id, member.id),
    ]),
  );
  return (
    <>
      <PageHeader
        title="Notifications"
        description={
          <>
            What you were told, as it was then. What also comes by mail is on your{" "}
            <TextLink href={`${routes.profile(org.slug)}#notifications`}>profile</TextLink>.
          </>
        }
        actions={unread > 0 && newest && <MarkAllReadForm org={org.slug} until={newest} />}
      />
      <InboxFilters org={org.slug} search={search} roles={member.roles} unread={unread} />
      <Panel isFlush>
        {rows.length > 0 ? (
          <InboxList org={org.slug} items={rows} timeZone={org.timeZone} />
        ) : (
          <EmptyState Icon={BellOff} title={search.isUnreadOnly ? "Everything is read" : "Nothing to tell yet"}>
            {search.isUnreadOnly
              ? "What happens next to your requests and orders shows up here."
              : "What happens to your requests and orders is told here, and by mail as you choose."}
          </EmptyState>
        )}
        <InboxPages org={org.slug} search={search} shown={rows.length} total={total} />
      </Panel>
    </>
  );
}
