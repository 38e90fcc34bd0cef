import { DataTable } from "@/components/ui/data-table";

const rules = [
  { event: "A request is sent, or sent again", told: "Whoever can decide it, never who asked" },
  { event: "A request is approved and written", told: "Who asked, everybody in fulfillment, the fulfillment mailbox" },
  { event: "A request is rejected or sent back", told: "Who asked" },
  { event: "The last check refuses an approved request", told: "Who asked" },
  {
    event: "Every morning, while something waits",
    told: "Whoever can decide: what waits, most urgent by ship cut-off first",
  },
];

/**
 * Who hears of what. The database queues it in the transaction of the event itself; members see it in the app, and choose on
 * their profile what also comes by mail.
 */
export function MailRules() {
  return (
    <DataTable
      caption="Who is told of what"
      rows={rules}
      rowKey={({ event }) => event}
      columns={[
        { id: "event", header: "When", phone: "lead", cell: ({ event }) => event },
        { id: "told", header: "Told", cell: ({ told }) => told },
      ]}
    />
  );
}
