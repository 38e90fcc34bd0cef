import { EntryItem } from "@/components/audit/entry-item";
import type { AuditEntry } from "@/lib/audit/entry";
import { formatTimestamp } from "@/lib/dates";

type Props = { entries: readonly AuditEntry[]; org: string; timeZone: string };

/** Entries under the day they happened on, in the organization's time zone. */
export function EntryList({ entries, org, timeZone }: Props) {
  const days = Map.groupBy(entries, ({ at }) => formatTimestamp(at, timeZone).split(", ")[0] ?? "");
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <h3 className="border-b border-separator bg-surface-secondary px-4 py-1.5 text-xs font-medium text-muted">
        {day}
      </h3>
      {ofDay.map((entry) => (
        <EntryItem key={entry.seq} entry={entry} org={org} timeZone={timeZone} />
      ))}
    </section>
  ));
}
