import { Ban, CircleCheck, CircleX, CornerUpLeft, Hourglass, type LucideIcon, TimerOff, Undo2 } from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import type { Database } from "@/lib/supabase/database.types";

export type RequestStatus = Database["public"]["Enums"]["request_status"];

const looks = {
  pending: { label: "Pending", Icon: Hourglass, tone: "accent" },
  applied: { label: "Applied", Icon: CircleCheck, tone: "success" },
  rejected: { label: "Rejected", Icon: CircleX, tone: "danger" },
  returned: { label: "Sent back", Icon: CornerUpLeft, tone: "warning" },
  withdrawn: { label: "Withdrawn", Icon: Undo2, tone: "neutral" },
  expired: { label: "Expired", Icon: TimerOff, tone: "neutral" },
  refused: { label: "Refused", Icon: Ban, tone: "danger" },
} satisfies Record<RequestStatus, { label: string; Icon: LucideIcon; tone: MarkTone }>;

export function statusLabel(status: RequestStatus): string {
  return looks[status].label;
}

export function StatusBadge({ status }: { status: RequestStatus }) {
  return <Mark {...looks[status]} />;
}
