import { FilterChips } from "@/components/ui/filter-chips";
import { TabLinks } from "@/components/ui/tab-links";
import type { MemberRole } from "@/lib/auth/roles";
import { type InboxSearch, inboxQuery } from "@/lib/notifications/inbox-search";
import { kindOf, templates } from "@/lib/notifications/notification-kinds";
import { routes } from "@/lib/routes";

type Props = { org: string; search: InboxSearch; roles: readonly MemberRole[]; unread: number };

/** Unread or all, and of which kind: all of it in the address. */
export function InboxFilters({ org, search, roles, unread }: Props) {
  const href = (change: Partial<InboxSearch>) =>
    `${routes.notifications(org)}?${new URLSearchParams(inboxQuery(search, change))}`;
  const kinds = templates.filter(
    (template) => template !== "morning_digest" && kindOf(template).roles.some((role) => roles.includes(role)),
  );
  return (
    <div className="mb-4 flex flex-col gap-3">
      <TabLinks
        label="Which notifications"
        tabs={[
          { label: "All", href: href({ isUnreadOnly: false }), isActive: !search.isUnreadOnly },
          { label: "Unread", href: href({ isUnreadOnly: true }), isActive: search.isUnreadOnly, count: unread },
        ]}
      />
      {kinds.length > 1 && (
        <FilterChips
          label="Kind"
          options={[
            { label: "Every kind", href: href({ template: null }), isActive: search.template === null },
            ...kinds.map((template) => ({
              label: kindOf(template).label,
              href: href({ template }),
              isActive: search.template === template,
            })),
          ]}
        />
      )}
    </div>
  );
}
