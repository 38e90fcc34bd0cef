import {
  Ban,
  CircleX,
  Clock,
  type LucideIcon,
  MailCheck,
  MailWarning,
  MailX,
  RotateCw,
  SendHorizontal,
  ShieldAlert,
} from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import type { MailStanding } from "@/lib/notifications/mail-standing";

const looks = {
  queued: { label: "Waiting", Icon: Clock, tone: "neutral" },
  sending: { label: "Sending", Icon: SendHorizontal, tone: "accent" },
  failed: { label: "Trying again", Icon: RotateCw, tone: "warning" },
  dead: { label: "Given up", Icon: CircleX, tone: "danger" },
  suppressed: { label: "Held", Icon: Ban, tone: "warning" },
  sent: { label: "Handed over", Icon: SendHorizontal, tone: "success" },
  delivered: { label: "Delivered", Icon: MailCheck, tone: "success" },
  delayed: { label: "Delayed", Icon: MailWarning, tone: "warning" },
  bounced: { label: "Came back", Icon: MailX, tone: "danger" },
  complained: { label: "Reported as spam", Icon: ShieldAlert, tone: "danger" },
} satisfies Record<MailStanding, { label: string; Icon: LucideIcon; tone: MarkTone }>;

/** Where a mail stands, in one word. */
export function MailMark({ standing }: { standing: MailStanding }) {
  return <Mark {...looks[standing]} />;
}
