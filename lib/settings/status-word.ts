import type { Database } from "@/lib/supabase/database.types";

/** The database's `order_stage`. */
export type Stage = Database["public"]["Enums"]["order_stage"];

/** In the order in which an order passes them; `unknown` is what a word is before somebody maps it. */
export const stages = [
  "draft",
  "pending_approval",
  "open",
  "on_hold",
  "released",
  "picking",
  "picked",
  "packed",
  "partially_shipped",
  "shipped",
  "closed",
  "cancelled",
  "unknown",
] as const satisfies readonly Stage[];

export type StatusWord = {
  word: string;
  stage: Stage;
  /** How many orders carry it, as their own or on a line. */
  orders: number;
};

/** Two spellings are one word when this is the same; `private.fold` in the database does it for the keys. */
export function foldWord(word: string): string {
  return word.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
}
