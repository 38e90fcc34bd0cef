import type { Database } from "@/lib/supabase/database.types";

/** The database's `change_kind`. */
export type ChangeKind = Database["public"]["Enums"]["change_kind"];

/**
 * The fields of a line (or, for the ship date, of the order) as a change keeps them, by their names on the wire.
 * Quantities and prices are decimal strings, dates `YYYY-MM-DD`.
 */
export type ChangeFacts = {
  /** The line's number on the order. Only in `before`. */
  position?: number | null;
  sku?: string | null;
  description?: string | null;
  uom?: string | null;
  quantity?: string | null;
  unit_price?: string | null;
  /** On a line, null means that it ships with the order. */
  requested_ship_date?: string | null;
};

/**
 * One change as it is stored (`changes.before`, `changes.after`), frozen in a mail or kept in the trail: whoever has a row
 * of these hands it over as it is. `before` is what the requester saw, `after` holds only what is asked for.
 */
export type ChangeView = {
  kind: ChangeKind;
  line_id?: string | null;
  before: ChangeFacts;
  after: ChangeFacts;
  /** Its place in the request, from 1; what a decision line by line names. Not in frozen records. */
  position?: number;
  /** Null or absent while it is undecided, and in records that don't say. */
  outcome?: Database["public"]["Enums"]["change_outcome"] | null;
};
