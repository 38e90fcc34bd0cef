import { ChevronRight } from "lucide-react";
import { EntryFactsList } from "@/components/audit/entry-facts-list";
import { EntryIcon } from "@/components/audit/entry-icon";
import { CopyButton } from "@/components/ui/copy-button";
import { TextLink } from "@/components/ui/text-link";
import { describeEntry } from "@/lib/audit/describe-entry";
import type { AuditEntry } from "@/lib/audit/entry";
import { entryDetails } from "@/lib/audit/entry-details";
import { formatTimestamp } from "@/lib/dates";
import { routes } from "@/lib/routes";

type Props = { entry: AuditEntry; org: string; timeZone: string; isOpen?: boolean };

/** One entry: the sentence, and behind it before and after, who exactly, and the hash. */
export function EntryItem({ entry, org, timeZone, isOpen }: Props) {
  const { seq, actor, orderNumber, requestReference, hash } = entry;
  const timestamp = formatTimestamp(entry.at, timeZone);
  return (
    <details
      id={`entry-${seq}`}
      open={isOpen}
      className="group scroll-mt-20 border-b border-separator text-sm last:border-b-0"
    >
      <summary className="flex cursor-pointer list-none items-start gap-3 px-4 py-2.5 hover:bg-surface-secondary [&::-webkit-details-marker]:hidden">
        <EntryIcon action={entry.action} />
        <span className="min-w-0 grow pt-0.5 break-words text-pretty">{describeEntry(entry)}</span>
        <span className="flex shrink-0 items-center gap-2 pt-0.5 text-xs text-muted tabular-nums">
          <time dateTime={entry.at} title={timestamp}>
            {timestamp.split(", ")[1]}
          </time>
          <ChevronRight
            aria-hidden
            className="size-3.5 transition-transform group-open:rotate-90 motion-reduce:transition-none"
          />
        </span>
      </summary>
      <div className="flex flex-col gap-3 bg-surface-secondary px-4 py-3 sm:pl-13">
        <EntryFactsList details={entryDetails(entry)} />
        <dl className="grid gap-x-6 gap-y-1 text-xs sm:grid-cols-[minmax(7rem,auto)_1fr] [&_dt]:text-muted">
          <dt>By</dt>
          <dd className="break-words">
            {actor ? `${actor.name} · ${actor.email} · ${actor.roles.join(", ")} at the time` : "the system"}
          </dd>
          {(orderNumber || requestReference) && (
            <>
              <dt>About</dt>
              <dd className="flex flex-wrap gap-x-3">
                {orderNumber && <TextLink href={routes.order(org, orderNumber)}>{orderNumber}</TextLink>}
                {requestReference && (
                  <TextLink href={routes.request(org, requestReference)}>{requestReference}</TextLink>
                )}
              </dd>
            </>
          )}
          <dt>Entry {seq.toLocaleString("en-US")}</dt>
          <dd className="flex min-w-0 items-center gap-1">
            <code className="truncate font-mono">{hash}</code>
            <CopyButton text={hash} label={`Copy the hash of entry ${seq}`} />
          </dd>
        </dl>
      </div>
    </details>
  );
}
