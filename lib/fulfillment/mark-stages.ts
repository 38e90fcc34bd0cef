import type { OrderStage } from "@/lib/orders/stage-groups";
import type { MarkStage } from "./mark-outcome";

/** What can still be said about something that is this far, the next thing first: nothing about what was never to ship. */
export function stagesLeft(stage: OrderStage): MarkStage[] {
  if (stage === "shipped" || stage === "closed" || stage === "cancelled") return [];
  if (stage === "packed") return ["shipped"];
  return stage === "picked" ? ["packed", "shipped"] : ["picked", "packed", "shipped"];
}
