import { PackageOpen } from "lucide-react";
import { formatTimestamp } from "@/lib/dates";
import type { OrderMark } from "@/lib/fulfillment/order-mark";

type Props = { mark: OrderMark; timeZone: string };

/** "Picked (marked here by Finn, 26 Nov 2026, 14:02)". */
export function MarkNote({ mark: { stage, by, at }, timeZone }: Props) {
  return (
    <span className="inline-flex items-start gap-1.5">
      <PackageOpen aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning-soft-foreground" />
      <span className="text-pretty">
        <span className="font-medium first-letter:uppercase">{stage.charAt(0).toUpperCase() + stage.slice(1)}</span>{" "}
        <span className="text-muted">
          (marked here by {by}, <time dateTime={at}>{formatTimestamp(at, timeZone)}</time>)
        </span>
      </span>
    </span>
  );
}
