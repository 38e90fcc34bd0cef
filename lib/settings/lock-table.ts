import type { Database } from "@/lib/supabase/database.types";

type Enums = Database["public"]["Enums"];
export type ChangeKind = Enums["change_kind"];

/** The stages an organization decides for itself. What comes later is locked by the database, whatever anybody sets. */
export const openableStages = [
  "draft",
  "pending_approval",
  "open",
  "on_hold",
  "released",
  "picking",
] as const satisfies readonly Enums["order_stage"][];

export type OpenableStage = (typeof openableStages)[number];

export const alwaysLockedStages = [
  "picked",
  "packed",
  "shipped",
  "closed",
  "cancelled",
  "unknown",
] as const satisfies readonly Enums["order_stage"][];

const labels = {
  set_quantity: "Change a quantity",
  remove_line: "Remove a line",
  add_line: "Add a line",
  substitute_line: "Substitute a line",
  set_line_date: "Move a line's date",
  set_order_date: "Move the order's date",
} satisfies Record<ChangeKind, string>;

export const changeKinds = Object.keys(labels) as ChangeKind[];

export function kindLabel(kind: ChangeKind): string {
  return labels[kind];
}

export type LockRule = { kind: ChangeKind; stage: OpenableStage; isLocked: boolean };

/** Every cell of the table. Where the organization said nothing: open through released, locked while picking. */
export function lockTable(rules: readonly { kind: string; stage: string; is_locked: boolean }[]): LockRule[] {
  return changeKinds.flatMap((kind) =>
    openableStages.map((stage) => {
      const rule = rules.find((one) => one.kind === kind && one.stage === stage);
      return { kind, stage, isLocked: rule?.is_locked ?? stage === "picking" };
    }),
  );
}

/** A cell as the form sends it when its box is ticked. */
export function cellName({ kind, stage }: Pick<LockRule, "kind" | "stage">): string {
  return `${kind}:${stage}`;
}

/** The rules that differ from what they are, given the cells that are open now. */
export function changedRules(table: readonly LockRule[], openCells: readonly string[]): LockRule[] {
  return table
    .map((rule) => ({ ...rule, isLocked: !openCells.includes(cellName(rule)) }))
    .filter(({ isLocked }, index) => isLocked !== table[index]?.isLocked);
}
