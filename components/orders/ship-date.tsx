import { cn } from "@heroui/styles";
import { formatDate, relativeDays } from "@/lib/dates";

type Props = {
  date: string | null;
  /** Today in the shipping site's calendar. */
  today: string;
  /** The goods have left, or never will: the date is history and no longer late. */
  isOver?: boolean;
  /** Where there is no date: "ships with the order". */
  none?: string;
};

/** A calendar day and how far it is; a day that has passed on a running order stands out. */
export function ShipDate({ date, today, isOver, none = "no date" }: Props) {
  if (!date) return <span className="text-muted whitespace-nowrap">{none}</span>;
  const isLate = !isOver && date < today;
  return (
    <time dateTime={date} className="inline-flex flex-wrap gap-x-1.5">
      <span className="whitespace-nowrap">{formatDate(date)}</span>
      <span className={cn("whitespace-nowrap", isLate ? "font-medium text-danger-soft-foreground" : "text-muted")}>
        {isOver ? "" : relativeDays(date, today)}
      </span>
    </time>
  );
}
