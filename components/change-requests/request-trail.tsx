import { RelativeTime } from "@/components/ui/relative-time";

type Props = {
  /** The newest first. */
  entries: readonly { seq: number; at: string; sentence: string }[];
  timeZone: string;
};

/** Everything that happened to a request, as the audit trail has it. */
export function RequestTrail({ entries, timeZone }: Props) {
  return (
    <ol className="divide-y divide-separator text-[0.8125rem]">
      {entries.map(({ seq, at, sentence }) => (
        <li key={seq} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2">
          <span className="min-w-0 break-words">{sentence}</span>
          <RelativeTime at={at} timeZone={timeZone} className="shrink-0 text-xs text-muted" />
        </li>
      ))}
    </ol>
  );
}
