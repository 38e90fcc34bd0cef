import { DataTable } from "@/components/ui/data-table";

const rules = [
  { event: "A request is sent, or sent again", told: "Every approver, except who asked" },
  { event: "A request is approved and written", told: "Who asked, everybody in fulfillment, the fulfillment mailbox" },
  { event: "A request is rejected or sent back", told: "Who asked" },
  { event: "The last check refuses an approved request", told: "Who asked" },
];

/** Who hears of what. The database queues these mails in the transaction of the event itself. */
export function MailRules() {
  return (
    <DataTable
      caption="Who is told by e-mail"
      rows={rules}
      rowKey={({ event }) => event}
      columns={[
        { id: "event", header: "When", phone: "lead", cell: ({ event }) => event },
        { id: "told", header: "Told", cell: ({ told }) => told },
      ]}
    />
  );
}
