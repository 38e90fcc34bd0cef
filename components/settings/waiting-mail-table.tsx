import { Clock, type LucideIcon, MailX, RotateCw, SendHorizontal } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { Mark, type MarkTone } from "@/components/ui/mark";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WaitingMail } from "@/lib/settings/queries";

const looks = {
  queued: { label: "Waiting", Icon: Clock, tone: "accent" },
  sending: { label: "On its way", Icon: SendHorizontal, tone: "accent" },
  sent: { label: "Sent", Icon: SendHorizontal, tone: "success" },
  failed: { label: "Tried, comes again", Icon: RotateCw, tone: "warning" },
  dead: { label: "Given up", Icon: MailX, tone: "danger" },
} satisfies Record<WaitingMail["state"], { label: string; Icon: LucideIcon; tone: MarkTone }>;

type Props = { mails: readonly WaitingMail[]; timeZone: string };

/** Mails that have not been handed over, with what the mail server said. */
export function WaitingMailTable({ mails, timeZone }: Props) {
  return (
    <DataTable
      caption="Mail that has not been handed over"
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        { id: "to", header: "To", phone: "lead", cell: ({ email }) => <span className="wrap-anywhere">{email}</span> },
        { id: "about", header: "About", cell: ({ template }) => template.replaceAll("_", " ") },
        { id: "state", header: "State", cell: ({ state }) => <Mark {...looks[state]} /> },
        { id: "attempts", header: "Attempts", align: "end", cell: ({ attempts }) => attempts },
        { id: "since", header: "Since", cell: ({ createdAt }) => <RelativeTime at={createdAt} timeZone={timeZone} /> },
        {
          id: "error",
          header: "Last answer",
          cell: ({ lastError }) => <span className="wrap-anywhere text-muted">{lastError ?? "none yet"}</span>,
        },
      ]}
    />
  );
}
