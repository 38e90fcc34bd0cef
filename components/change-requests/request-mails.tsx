import { CircleX, Clock, type LucideIcon, MailCheck, RotateCw, Send } from "lucide-react";
import { Mark, type MarkTone } from "@/components/ui/mark";
import type { RequestMail } from "@/lib/change-requests/request-round";
import { formatTimestamp } from "@/lib/dates";

type Props = { mails: readonly RequestMail[]; timeZone: string };

const states = {
  queued: { Icon: Clock, label: "Waiting", tone: "neutral" },
  sending: { Icon: Send, label: "Sending", tone: "accent" },
  sent: { Icon: MailCheck, label: "Sent", tone: "success" },
  failed: { Icon: RotateCw, label: "Trying again", tone: "warning" },
  dead: { Icon: CircleX, label: "Not delivered", tone: "danger" },
} satisfies Record<RequestMail["state"], { Icon: LucideIcon; label: string; tone: MarkTone }>;

const subjects = {
  request_submitted: "Please decide",
  request_applied: "Applied",
  request_rejected: "Rejected",
  request_returned: "Sent back",
  request_refused: "Refused",
  request_step_approved: "Please decide the next step",
  request_expired: "It expired",
  request_comment: "Comment",
  request_reminder: "Reminder",
  request_escalated: "About to expire",
  request_reassigned: "Handed over",
  invitation: "Invitation",
  delegation: "Standing in",
  approval_policy_problem: "Approval rules",
  import_needs_you: "Import",
} satisfies Record<RequestMail["template"], string>;

/** Who was told what, and whether it got out. */
export function RequestMails({ mails, timeZone }: Props) {
  if (mails.length === 0) return <p className="px-4 py-3 text-sm text-muted">Nobody had to be told.</p>;
  return (
    <ul className="divide-y divide-separator text-[0.8125rem]">
      {mails.map(({ id, template, recipientName, recipientEmail, state, sentAt, createdAt }) => (
        <li key={id} className="flex items-start justify-between gap-3 px-4 py-2">
          <div className="min-w-0">
            <p>
              <span className="font-medium">{subjects[template]}</span> to {recipientName || recipientEmail}
            </p>
            <p className="truncate text-xs text-muted" title={recipientEmail}>
              {formatTimestamp(sentAt ?? createdAt, timeZone)}
            </p>
          </div>
          <Mark {...states[state]} />
        </li>
      ))}
    </ul>
  );
}
