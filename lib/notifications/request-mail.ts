import { describeChange } from "@/lib/change-requests/describe-change";
import { describeProblem } from "@/lib/change-requests/describe-problem";
import { formatDate } from "@/lib/dates";
import { type MailContent, type MailContext, nothingMore } from "@/lib/notifications/mail-content";
import { readRequestFacts } from "@/lib/notifications/request-facts";
import { requestWords } from "@/lib/notifications/request-words";
import type { RequestTemplate } from "@/lib/notifications/template";
import { routes } from "@/lib/routes";

/** A note there may be is of an earlier round. */
const UNDECIDED: ReadonlySet<RequestTemplate> = new Set([
  "request_submitted",
  "request_step_approved",
  "request_moved",
]);
const isWritten = (template: RequestTemplate) =>
  template === "request_applied" || template === "request_unacknowledged";

/** The writer of a mail about one request: what changes, when it ships, who asked and why. */
export function requestMail(template: RequestTemplate) {
  return (frozen: unknown, { createdAt, appUrl }: MailContext): MailContent => {
    const facts = readRequestFacts(frozen);
    const { subject, heading, lead, columns, noteLabel, button } = requestWords(template, facts);
    const items = [
      { label: "Order", text: [facts.order_number, facts.customer].filter(Boolean).join(" · ") },
      { label: "Customer PO", text: facts.customer_po ?? "" },
      { label: "Ship date", text: facts.requested_ship_date ? formatDate(facts.requested_ship_date) : "" },
      { label: "Asked by", text: facts.requester },
      { label: "Reason", text: `${facts.reason_label}: ${facts.reason}` },
    ];
    const note = UNDECIDED.has(template) ? null : facts.note;
    return {
      ...nothingMore,
      organization: facts.organization,
      subject,
      heading,
      lead,
      problems: facts.problems.map((problem) => describeProblem(problem, new Date(createdAt))),
      note: note ? { label: noteLabel, text: note } : null,
      changes: {
        columns,
        rows: facts.changes.map((change) => {
          const { subject, from, to, difference } = describeChange(change, facts.currency);
          const before = from || "—";
          // Whoever works to the last column must find what is true there.
          if (change.outcome === "rejected" && isWritten(template))
            return { subject, before, after: before, difference: `not approved: ${to}` };
          return { subject, before, after: to, difference: change.outcome === "rejected" ? "rejected" : difference };
        }),
      },
      items: items.filter(({ text }) => text !== ""),
      link: { label: button, href: `${appUrl}${routes.request(facts.slug, facts.reference)}` },
    };
  };
}
