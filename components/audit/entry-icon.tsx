import { cn } from "@heroui/styles";
import {
  ArrowDownToLine,
  ArrowUpFromLine,
  Ban,
  CircleCheck,
  CircleDot,
  CircleX,
  ClipboardCheck,
  CornerUpLeft,
  KeyRound,
  type LucideIcon,
  Mail,
  MessageSquare,
  PackageCheck,
  PackageOpen,
  Send,
  Settings,
  Sheet,
  Timer,
  TimerOff,
  Undo2,
  Users,
} from "lucide-react";

type Look = { Icon: LucideIcon; color: string };

const neutral = "bg-default text-muted";

const looks: Record<string, Look> = {
  "request.submitted": { Icon: Send, color: "bg-accent-soft text-accent-soft-foreground" },
  "request.resubmitted": { Icon: Send, color: "bg-accent-soft text-accent-soft-foreground" },
  "request.applied": { Icon: CircleCheck, color: "bg-success-soft text-success-soft-foreground" },
  "change.acknowledged": { Icon: ClipboardCheck, color: neutral },
  "change.unacknowledged": { Icon: Timer, color: "bg-warning-soft text-warning-soft-foreground" },
  "order.changed": { Icon: PackageCheck, color: "bg-success-soft text-success-soft-foreground" },
  "order.marked": { Icon: PackageOpen, color: "bg-warning-soft text-warning-soft-foreground" },
  "order.mark_taken_back": { Icon: Undo2, color: neutral },
  "order.mark_refused": { Icon: Ban, color: "bg-danger-soft text-danger-soft-foreground" },
  "request.rejected": { Icon: CircleX, color: "bg-danger-soft text-danger-soft-foreground" },
  "check.refused": { Icon: Ban, color: "bg-danger-soft text-danger-soft-foreground" },
  "request.returned": { Icon: CornerUpLeft, color: "bg-warning-soft text-warning-soft-foreground" },
  "request.step_approved": { Icon: CircleCheck, color: "bg-accent-soft text-accent-soft-foreground" },
  "request.reassigned": { Icon: Users, color: neutral },
  "request.expired": { Icon: TimerOff, color: "bg-warning-soft text-warning-soft-foreground" },
  "request.commented": { Icon: MessageSquare, color: neutral },
  "request.reminded": { Icon: Timer, color: neutral },
  "request.escalated": { Icon: Timer, color: "bg-warning-soft text-warning-soft-foreground" },
  "request.withdrawn": { Icon: Undo2, color: neutral },
};

const looksByNoun: Record<string, Look> = {
  import: { Icon: ArrowUpFromLine, color: neutral },
  order: { Icon: ArrowUpFromLine, color: neutral },
  export: { Icon: ArrowDownToLine, color: neutral },
  api_key: { Icon: KeyRound, color: neutral },
  sheet: { Icon: Sheet, color: neutral },
  member: { Icon: Users, color: neutral },
  invitation: { Icon: Users, color: neutral },
  mail: { Icon: Mail, color: neutral },
  address: { Icon: Mail, color: neutral },
  digest: { Icon: Settings, color: neutral },
  organization: { Icon: Settings, color: neutral },
  status: { Icon: Settings, color: neutral },
  reason: { Icon: Settings, color: neutral },
  approval_policy: { Icon: Settings, color: neutral },
  approver_group: { Icon: Users, color: neutral },
  delegation: { Icon: Users, color: neutral },
  formats: { Icon: Settings, color: neutral },
  site: { Icon: Settings, color: neutral },
  holidays: { Icon: Settings, color: neutral },
  setup: { Icon: Settings, color: neutral },
  deadlines: { Icon: Settings, color: neutral },
  lock_rule: { Icon: Settings, color: neutral },
  lock_table: { Icon: Settings, color: neutral },
};

/** What kind of thing happened, at a glance; the sentence beside it says it in words. */
export function EntryIcon({ action }: { action: string }) {
  const { Icon, color } = looks[action] ??
    looksByNoun[action.split(".")[0] ?? ""] ?? { Icon: CircleDot, color: neutral };
  return (
    <span className={cn("grid size-6 shrink-0 place-items-center rounded-full", color)}>
      <Icon aria-hidden className="size-3.5" />
    </span>
  );
}
