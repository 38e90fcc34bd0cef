import { InboxRow } from "@/components/notifications/inbox-row";
import type { InboxItem } from "@/lib/notifications/queries";

type Props = { org: string; items: readonly InboxItem[]; timeZone: string };

/** What one was told, the newest first. */
export function InboxList({ org, items, timeZone }: Props) {
  return (
    <ul className="divide-y divide-separator">
      {items.map((item) => (
        <InboxRow key={item.id} org={org} item={item} timeZone={timeZone} />
      ))}
    </ul>
  );
}
