import { cn } from "@heroui/styles";
import {
  AlarmClock,
  CircleCheck,
  CircleX,
  ClockAlert,
  FileUp,
  Forward,
  Inbox,
  Lock,
  type LucideIcon,
  Mail,
  MessageSquare,
  Sunrise,
  TriangleAlert,
  Undo2,
  Users,
} from "lucide-react";
import type { Template } from "@/lib/notifications/template";

const icons = {
  morning_digest: Sunrise,
  request_submitted: Inbox,
  request_applied: CircleCheck,
  request_unacknowledged: AlarmClock,
  request_rejected: CircleX,
  request_returned: Undo2,
  request_refused: Lock,
  request_step_approved: Inbox,
  request_reminder: AlarmClock,
  request_escalated: AlarmClock,
  request_expired: ClockAlert,
  request_moved: FileUp,
  request_comment: MessageSquare,
  request_reassigned: Forward,
  delegation: Users,
  approval_policy_problem: TriangleAlert,
  import_needs_you: FileUp,
  invitation: Mail,
} satisfies Partial<Record<Template, LucideIcon>>;

/** The kind of a notification at a glance; a dot beside it while it is unread. Kinds without an icon of their own are letters. */
export function KindIcon({ template, isUnread }: { template: Template; isUnread: boolean }) {
  const Icon = (icons as Partial<Record<Template, LucideIcon>>)[template] ?? Mail;
  return (
    <span className="relative mt-0.5 shrink-0">
      <span
        className={cn(
          "grid size-8 place-items-center rounded-full",
          isUnread ? "bg-accent-soft text-accent-soft-foreground" : "bg-default text-muted",
        )}
      >
        <Icon aria-hidden className="size-4" />
      </span>
      {isUnread && (
        <span className="absolute -top-0.5 -right-0.5 size-2.5 rounded-full border-2 border-surface bg-accent">
          <span className="sr-only">Unread</span>
        </span>
      )}
    </span>
  );
}
