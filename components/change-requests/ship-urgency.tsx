import { CalendarClock, CalendarDays, CalendarX } from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import { daysBetween, formatDate, relativeDays } from "@/lib/dates";

type Props = {
  date: string | null;
  /** Today in the shipping site's calendar. */
  today: string;
};

/** How soon the order ships: what the queue is sorted by. */
export function ShipUrgency({ date, today }: Props) {
  if (!date) return <Mark Icon={CalendarX} label="No ship date" />;
  const days = daysBetween(today, date);
  const tone: MarkTone = days <= 0 ? "danger" : days <= 2 ? "warning" : "neutral";
  const label = days < 0 ? `Was to ship ${relativeDays(date, today)}` : `Ships ${relativeDays(date, today)}`;
  return <Mark Icon={days <= 2 ? CalendarClock : CalendarDays} tone={tone} label={label} title={formatDate(date)} />;
}
