import type { ChangeView } from "@/lib/change-requests/change-view";
import type { WireChange } from "@/lib/change-requests/schema";
import { daysBetween, isCalendarDate } from "@/lib/dates";

/** Where in the form something stands: `row` is a line's id, an added line's key, or one of the order's own (`orderRows`). */
export type Place = {
  row: string;
  field: "quantity" | "sku" | "description" | "date" | "ship_to" | "ship_method" | "uom" | "unit_price" | "line";
};

export type DraftProblem = Place & { sentence: string };

export type DraftReading = {
  /** What would be sent, and the same as the words and sums are made from. `places[i]` is where `changes[i]` was typed. */
  changes: WireChange[];
  views: ChangeView[];
  places: Place[];
  /** What has to be put right before sending. */
  problems: DraftProblem[];
};

/** `comesTo`: what the change comes to where its wire form doesn't say it; the database fills it in the same. */
export function ask(
  reading: DraftReading,
  place: Place,
  before: ChangeView["before"],
  change: WireChange,
  comesTo?: ChangeView["after"],
) {
  const { kind, ...rest } = change;
  const { line_id = null, ...asked } = rest as typeof rest & { line_id?: string };
  const after = comesTo ?? asked;
  reading.changes.push(change);
  reading.places.push(place);
  reading.views.push({ kind, line_id, before, after });
}

export function complain(reading: DraftReading, place: Place, sentence: string) {
  reading.problems.push({ ...place, sentence });
}

/** The last day that can be asked for is about ten years away. */
const MAX_DAYS_AHEAD = 3_660;

export function dateProblem(date: string, today: string): string | null {
  if (!isCalendarDate(date)) return "Use a day that exists.";
  if (date < today) return "This day has passed. Choose today or a later day.";
  return daysBetween(today, date) > MAX_DAYS_AHEAD ? "Choose a day within the next ten years." : null;
}
