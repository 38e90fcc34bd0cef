import type { Database } from "@/lib/supabase/database.types";

/** The database's `change_kind`. */
export type ChangeKind = Database["public"]["Enums"]["change_kind"];

/**
 * The fields of a line (or of the order, where a change is about all of it) as a change keeps them, by their names on the wire.
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
  /** An address on as many lines as it has. */
  ship_to?: string | null;
  ship_method?: string | null;
  /** What is picked of a line whose rest is closed. */
  floor?: string | null;
  stage?: string | null;
  status_word?: string | null;
  /** Of an order that is cancelled: its live lines, their value, how many of them have no price, and their units. */
  line_count?: number | null;
  amount?: string | null;
  unpriced?: number | null;
  units?: { uom: string | null; quantity: string }[];
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
