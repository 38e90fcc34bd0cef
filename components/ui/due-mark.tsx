import { CalendarX, Clock, ClockAlert } from "lucide-react";
import { Mark } from "@/components/ui/mark";
import { formatTimestamp, relativeTime } from "@/lib/dates";

type Props = {
  /** Null: there is no date to be late for. */
  at: string | null;
  timeZone: string;
};

const SOON_MS = 4 * 3_600_000;

/** Until when something has to be done, and how long that is from now. */
export function DueMark({ at, timeZone }: Props) {
  if (!at) return <Mark Icon={CalendarX} label="No due time" />;
  const left = Date.parse(at) - Date.now();
  const tone = left <= 0 ? "danger" : left <= SOON_MS ? "warning" : "neutral";
  return (
    <Mark
      Icon={tone === "neutral" ? Clock : ClockAlert}
      tone={tone}
      label={left <= 0 ? `Was due ${relativeTime(at)}` : `Due ${relativeTime(at)}`}
      title={formatTimestamp(at, timeZone)}
    />
  );
}
