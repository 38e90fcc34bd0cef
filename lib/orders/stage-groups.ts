import type { Database } from "@/lib/supabase/database.types";

/** The database's `order_stage`. */
export type OrderStage = Database["public"]["Enums"]["order_stage"];

/** The stages as a CSR asks for them. Every stage is in exactly one group. */
export const stageGroups = {
  open: { label: "Open", stages: ["draft", "pending_approval", "open", "on_hold", "released"] },
  floor: { label: "On the floor", stages: ["picking", "partially_shipped"] },
  locked: { label: "Locked", stages: ["picked", "packed", "shipped", "closed", "cancelled"] },
  unknown: { label: "Unknown status", stages: ["unknown"] },
} as const satisfies Record<string, { label: string; stages: readonly OrderStage[] }>;

export type StageGroup = keyof typeof stageGroups;

export function isStageGroup(text: string | undefined): text is StageGroup {
  return text !== undefined && Object.hasOwn(stageGroups, text);
}
