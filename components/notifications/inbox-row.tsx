import { cn } from "@heroui/styles";
import { KindIcon } from "@/components/notifications/kind-icon";
import { MarkReadForm } from "@/components/notifications/mark-read-form";
import { OpenForm } from "@/components/notifications/open-form";
import { RelativeTime } from "@/components/ui/relative-time";
import { kindOf } from "@/lib/notifications/notification-kinds";
import type { InboxItem } from "@/lib/notifications/queries";

type Props = { org: string; item: InboxItem; timeZone: string };

/** How many changes are told in full; the page behind has them all. */
const SHOWN = 3;

/** One thing one was told, in the words of its mail; the whole row leads to what it is about. */
export function InboxRow({ org, item, timeZone }: Props) {
  const { id, template, createdAt, readAt, mail } = item;
  const isUnread = readAt === null;
  const heading = mail?.heading ?? kindOf(template).label;
  const changes = mail?.changes?.rows ?? [];
  const order = mail?.items.find(({ label }) => label === "Order")?.text;
  return (
    <li className={cn("relative flex gap-3 px-4 py-3 hover:bg-surface-secondary", isUnread && "bg-accent/4")}>
      <KindIcon template={template} isUnread={isUnread} />
      <div className="flex min-w-0 grow flex-col gap-0.5 text-sm">
        <OpenForm org={org} itemId={id} isUnread={isUnread}>
          {heading}
        </OpenForm>
        {order && <p className="text-xs text-muted wrap-anywhere">{order}</p>}
        {mail?.note && (
          <p className="max-w-prose text-pretty wrap-anywhere">
            <span className="text-muted">{mail.note.label}: </span>“{mail.note.text}”
          </p>
        )}
        {changes.length > 0 && (
          <ul className="text-[0.8125rem] text-muted">
            {changes.slice(0, SHOWN).map(({ subject, before, after, difference }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same; the list never moves
              <li key={index} className="wrap-anywhere">
                {subject}: {before} → <span className="text-foreground">{after}</span>
                {difference && ` (${difference})`}
              </li>
            ))}
            {changes.length > SHOWN && <li>… and {changes.length - SHOWN} more</li>}
          </ul>
        )}
        <p className="mt-0.5 text-xs text-muted">
          {kindOf(template).label} · <RelativeTime at={createdAt} timeZone={timeZone} />
        </p>
      </div>
      {isUnread && <MarkReadForm org={org} itemId={id} heading={heading} />}
    </li>
  );
}
