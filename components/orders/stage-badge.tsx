import {
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  Hand,
  type LucideIcon,
  Package,
  PackageCheck,
  PackageOpen,
  PencilLine,
  SendHorizontal,
  Truck,
  Warehouse,
} from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import type { Database } from "@/lib/supabase/database.types";

export type OrderStage = Database["public"]["Enums"]["order_stage"];

/** Green: changes are still possible. Amber: on the floor or on hold. Neutral: done. Red: locked until somebody acts. */
const looks = {
  draft: { label: "Draft", Icon: PencilLine, tone: "neutral" },
  pending_approval: { label: "Pending approval", Icon: Clock, tone: "accent" },
  open: { label: "Open", Icon: Package, tone: "success" },
  on_hold: { label: "On hold", Icon: Hand, tone: "warning" },
  released: { label: "Released", Icon: SendHorizontal, tone: "success" },
  picking: { label: "Picking", Icon: Warehouse, tone: "warning" },
  picked: { label: "Picked", Icon: PackageOpen, tone: "warning" },
  packed: { label: "Packed", Icon: PackageCheck, tone: "warning" },
  partially_shipped: { label: "Partially shipped", Icon: Truck, tone: "warning" },
  shipped: { label: "Shipped", Icon: Truck, tone: "neutral" },
  closed: { label: "Closed", Icon: CircleCheck, tone: "neutral" },
  cancelled: { label: "Cancelled", Icon: CircleX, tone: "neutral" },
  unknown: { label: "Unknown", Icon: CircleHelp, tone: "danger" },
} satisfies Record<OrderStage, { label: string; Icon: LucideIcon; tone: MarkTone }>;

export function stageLabel(stage: OrderStage): string {
  return looks[stage].label;
}

type Props = {
  stage: OrderStage;
  /** The source system's own word, on hover. */
  sourceStatus?: string | null;
};

export function StageBadge({ stage, sourceStatus }: Props) {
  return <Mark {...looks[stage]} title={sourceStatus ? `“${sourceStatus}” in the source system` : undefined} />;
}
