import type { Database } from "@/lib/supabase/database.types";
import type { FieldName } from "../fields";
import type { Continuation } from "../line-reader";

export type Stage = Database["public"]["Enums"]["order_stage"];

/** Names of columns in the form of `normalizeHeader`, best first. */
type Names = readonly string[];

/**
 * What we know of one system's export. `signature` has the columns that only its files have together; an export with other
 * columns chosen still has `all` of one and some of the rest.
 */
export type Preset = {
  id: string;
  /** As people call it, with the export it is about. */
  name: string;
  signatures: readonly { all: Names; some: Names }[];
  fields: Partial<Record<FieldName, Names>>;
  /** How an order's values reach its further lines, where the rows alone could not tell. */
  continuation?: Continuation;
  /** Rows without an item repeat the order. */
  hasMainLines?: boolean;
  /** Items stand in rows of their own above their lines. */
  hasBands?: boolean;
  /** The system writes decimals with a point wherever it is sold, so "1,200" is no question. */
  hasDecimalPoint?: boolean;
  /** "[FURN-7] Desk" is the SKU FURN-7. */
  hasSkuInBrackets?: boolean;
  /** A quantity that is certainly the difference of two columns. */
  derived?: Partial<Record<FieldName, { whole: Names; rest: Names }>>;
  /** Status words in small letters. Suggestions; a person says what they mean. */
  stages: Readonly<Record<string, Stage>>;
  /** The same for words whose meaning depends on their column. */
  stagesOfColumn?: Readonly<Record<string, Readonly<Record<string, Stage>>>>;
};
