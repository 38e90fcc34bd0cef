import { ClipboardCheck, ClipboardList } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Acknowledgement as Seen } from "@/lib/fulfillment/queries";

type Props = { acknowledgement: Seen | null; timeZone: string };

/** On an applied request: whether the floor has seen it. */
export function Acknowledgement({ acknowledgement, timeZone }: Props) {
  const Icon = acknowledgement ? ClipboardCheck : ClipboardList;
  return (
    <p className="flex gap-2 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      {acknowledgement ? (
        <span>
          Acknowledged by {acknowledgement.by}, <RelativeTime at={acknowledgement.at} timeZone={timeZone} />
        </span>
      ) : (
        <span>Nobody on the floor has acknowledged it yet.</span>
      )}
    </p>
  );
}
