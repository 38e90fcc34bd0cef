import type { Database } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];
export type ChangeKind = Enums["change_kind"];
export type Stage = Enums["order_stage"];

/** The stages that have a column of their own; what comes later is locked by the database, whatever anybody sets. */
export const decidedStages = [
  "draft",
  "pending_approval",
  "open",
  "on_hold",
  "released",
  "picking",
  "picked",
] as const satisfies readonly Stage[];

export const neverStages = [
  "packed",
  "partially_shipped",
  "shipped",
  "closed",
  "cancelled",
  "unknown",
] as const satisfies readonly Stage[];

const labels = {
  set_quantity: "Change a quantity",
  close_line: "Close the rest of a line",
  remove_line: "Remove a line",
  add_line: "Add a line",
  substitute_line: "Substitute a line",
  set_line_date: "Move a line's date",
  set_order_date: "Move the order's date",
  set_ship_to: "Change the address",
  set_ship_method: "Change the ship method",
  cancel_order: "Cancel the whole order",
} satisfies Record<ChangeKind, string>;

export const changeKinds = Object.keys(labels) as [ChangeKind, ...ChangeKind[]];

export function kindLabel(kind: ChangeKind): string {
  return labels[kind];
}

/** One cell an organization decides. Which cells there are is the database's to say (`lock_table`). */
export type LockRule = { kind: ChangeKind; stage: Stage; isLocked: boolean; isLockedByDefault: boolean };

/** A cell as it would be, as a command takes it. */
export type RuleEdit = { kind: ChangeKind; stage: Stage; is_locked: boolean };

export function cellName({ kind, stage }: Pick<LockRule, "kind" | "stage">): string {
  return `${kind}:${stage}`;
}

/** The edits that say something else than the table; `edits` are by cell name. */
export function differingEdits(table: readonly LockRule[], edits: Readonly<Record<string, boolean>>): RuleEdit[] {
  return table.flatMap((rule) => {
    const isLocked = edits[cellName(rule)];
    if (isLocked === undefined || isLocked === rule.isLocked) return [];
    return [{ kind: rule.kind, stage: rule.stage, is_locked: isLocked }];
  });
}

/** What saving the table comes to; `stale`: somebody saved another version first, and nothing was written. */
export type LockTableOutcome =
  | { outcome: "saved"; version: number; changes: RuleEdit[] }
  | { outcome: "unchanged"; version: number }
  | { outcome: "stale"; version: number; saved_by: string | null; saved_at: string | null };

/** One save of the table. Version 0, the defaults, has nobody. */
export type LockTableVersion = {
  version: number;
  changes: RuleEdit[];
  restoredVersion: number | null;
  savedAt: string;
  savedBy: string;
};
