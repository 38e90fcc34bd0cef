import { CalendarX, Clock, ClockAlert } from "lucide-react";
import { Mark } from "@/components/ui/mark";
import { formatTimestamp, relativeTime } from "@/lib/dates";

type Props = {
  /** Null: there is no date to be late for. */
  at: string | null;
  timeZone: string;
  /** What passes then: until when something has to be done, or has to have left. */
  about?: "due" | "cut-off";
};

const SOON_MS = 4 * 3_600_000;

const words = {
  due: { ahead: "Due", past: "Was due", none: "No due time" },
  "cut-off": { ahead: "Cut-off", past: "Cut-off passed", none: "No ship date" },
} as const;

/** A moment that matters, and how long it is from now. */
export function DueMark({ at, timeZone, about = "due" }: Props) {
  const { ahead, past, none } = words[about];
  if (!at) return <Mark Icon={CalendarX} label={none} />;
  const left = Date.parse(at) - Date.now();
  const tone = left <= 0 ? "danger" : left <= SOON_MS ? "warning" : "neutral";
  return (
    <Mark
      Icon={tone === "neutral" ? Clock : ClockAlert}
      tone={tone}
      label={`${left <= 0 ? past : ahead} ${relativeTime(at)}`}
      title={formatTimestamp(at, timeZone)}
    />
  );
}
