import Link from "next/link";
import { DueMark } from "@/components/ui/due-mark";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { describeChange } from "@/lib/change-requests/describe-change";
import type { FloorPulse } from "@/lib/fulfillment/queries";
import type { UnacknowledgedChange } from "@/lib/fulfillment/unacknowledged-change";
import { routes } from "@/lib/routes";

type Props = {
  org: { slug: string; timeZone: string };
  pulse: FloorPulse;
  changes: readonly UnacknowledgedChange[];
};

const SHOWN = 6;

/** For the floor: what was changed and waits to be seen, and how much must not be picked. */
export function FloorGlance({ org, pulse, changes }: Props) {
  const { toAcknowledge, pending } = pulse;
  return (
    <Panel
      title={toAcknowledge > 0 ? `To acknowledge (${toAcknowledge.toLocaleString("en-US")})` : "To acknowledge"}
      aside={<TextLink href={routes.floorChanges(org.slug)}>Acknowledge</TextLink>}
      isFlush
      className="overflow-hidden"
    >
      {changes.length === 0 && <p className="px-4 py-3 text-sm text-muted">The floor has seen every change.</p>}
      <ul className="divide-y divide-separator">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={change.request_id}>
            <Link
              href={routes.request(org.slug, change.reference)}
              className="block px-4 py-2.5 text-sm -outline-offset-2 hover:bg-surface-secondary"
            >
              <span className="flex items-start justify-between gap-x-4 max-sm:flex-wrap">
                <span className="flex min-w-0 flex-wrap gap-x-2 wrap-anywhere">
                  <span className="font-medium text-accent-soft-foreground">{change.order_number}</span>
                  <span className="truncate text-muted">{change.customer}</span>
                </span>
                <DueMark at={change.cutoff_at} timeZone={org.timeZone} about="cut-off" />
              </span>
              <span className="mt-0.5 block text-[0.8125rem] wrap-anywhere">{firstChange(change)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="border-t border-separator px-4 py-2.5 text-sm text-muted">
        {pending > 0 ? (
          <>
            {pending === 1 ? "One request is" : `${pending.toLocaleString("en-US")} requests are`} not decided yet:{" "}
            <TextLink href={routes.fulfillment(org.slug)}>leave those lines</TextLink>.
          </>
        ) : (
          "No open request: pick as planned."
        )}
      </p>
    </Panel>
  );
}

function firstChange({ changes, currency }: UnacknowledgedChange): string {
  const [first] = changes;
  if (!first) return "";
  const { subject, sentence } = describeChange(first, currency);
  const rest = changes.length - 1;
  return `${subject} ${sentence}${rest > 0 ? ` and ${rest} more` : ""}`;
}
