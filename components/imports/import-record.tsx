import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { type ImportEvent, SHOWN_EVENTS } from "@/lib/imports/event-queries";

type Props = { events: readonly ImportEvent[]; timeZone: string };

/** Who did what with the file before it was written. What happened to orders is in the audit trail. */
export function ImportRecord({ events, timeZone }: Props) {
  if (events.length === 0) return null;
  return (
    <Panel
      title="What was done with the file"
      aside={events.length === SHOWN_EVENTS && `the last ${SHOWN_EVENTS}`}
      isFlush
      className="mt-4"
    >
      <ul className="divide-y divide-separator text-sm">
        {events.map(({ id, by, at, sentence }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <span className="min-w-0 wrap-anywhere">
              <span className="font-medium">{by}</span> {sentence}
            </span>
            <RelativeTime at={at} timeZone={timeZone} className="text-muted" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
