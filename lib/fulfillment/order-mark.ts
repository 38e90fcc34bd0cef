import type { MarkStage } from "@/lib/fulfillment/mark-outcome";

/** What fulfillment said here about an order, or with `lineId` about one of its lines. */
export type OrderMark = {
  lineId: string | null;
  stage: MarkStage;
  by: string;
  at: string;
  /** The order system does not say as much yet. */
  isAhead: boolean;
  canBeTakenBack: boolean;
};
