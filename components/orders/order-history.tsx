import { RelativeTime } from "@/components/ui/relative-time";

type Props = {
  /** The newest first. */
  entries: { seq: number; at: string; sentence: string }[];
  /** There are older ones that only the audit page shows. */
  hasMore: boolean;
  timeZone: string;
};

/** What happened to an order, from the audit trail, as sentences. */
export function OrderHistory({ entries, hasMore, timeZone }: Props) {
  if (entries.length === 0) return <p className="px-4 py-3 text-sm text-muted">Nothing yet.</p>;
  return (
    <ol className="divide-y divide-separator text-[0.8125rem]">
      {entries.map(({ seq, at, sentence }) => (
        <li key={seq} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
          <span className="min-w-0 break-words">{sentence}</span>
          <RelativeTime at={at} timeZone={timeZone} className="shrink-0 text-xs text-muted" />
        </li>
      ))}
      {hasMore && <li className="px-4 py-2 text-xs text-muted">Older entries are on the audit page.</li>}
    </ol>
  );
}
