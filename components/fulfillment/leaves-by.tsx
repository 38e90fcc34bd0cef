import { Clock, ClockAlert } from "lucide-react";
import { Mark } from "@/components/ui/mark";
import { formatTimestamp, relativeTime } from "@/lib/dates";

type Props = { cutoffAt: string | null; timeZone: string };

const SOON_MS = 4 * 3_600_000;

/** Until when it can leave on its day, and how long that is from now. */
export function LeavesBy({ cutoffAt, timeZone }: Props) {
  if (!cutoffAt) return null;
  const left = new Date(cutoffAt).getTime() - Date.now();
  const tone = left <= 0 ? "danger" : left <= SOON_MS ? "warning" : "neutral";
  const label = left <= 0 ? `Cut-off passed ${relativeTime(cutoffAt)}` : `Cut-off ${relativeTime(cutoffAt)}`;
  return (
    <Mark
      Icon={tone === "neutral" ? Clock : ClockAlert}
      tone={tone}
      label={label}
      title={formatTimestamp(cutoffAt, timeZone)}
    />
  );
}
