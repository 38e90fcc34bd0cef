import { describeChange } from "@/lib/change-requests/describe-change";
import { describeProblem } from "@/lib/change-requests/describe-problem";
import { formatDate } from "@/lib/dates";
import { delegationMail } from "@/lib/notifications/delegation-mail";
import { importMail } from "@/lib/notifications/import-mail";
import { invitationMail } from "@/lib/notifications/invitation-mail";
import { type MailWords, mailWords, type Template } from "@/lib/notifications/mail-words";
import { policyProblemMail } from "@/lib/notifications/policy-problem-mail";
import { readRequestFacts } from "@/lib/notifications/request-facts";
import { routes } from "@/lib/routes";

/** A notification as far as its mail is concerned. */
export type MailSource = { template: Template; facts: unknown; createdAt: string };

/** Everything a mail says, before it becomes HTML or plain text. */
export type MailContent = MailWords & {
  organization: string;
  /** Who, for whom, why: label and text. */
  items: { label: string; text: string }[];
  changes: { subject: string; before: string; after: string; difference: string }[];
  problems: string[];
  note: string | null;
  /** The one link; it opens a page and does nothing by itself. */
  href: string;
};

/**
 * Made from frozen facts only, so that every attempt renders the same bytes: a provider refuses an idempotency key that
 * comes back with other contents. `appUrl` has no slash at its end.
 */
export function mailContent({ template, facts: frozen, createdAt }: MailSource, appUrl: string): MailContent {
  if (template === "invitation") return invitationMail(frozen, appUrl);
  if (template === "delegation") return delegationMail(frozen, appUrl);
  if (template === "approval_policy_problem") return policyProblemMail(frozen, appUrl);
  if (template === "import_needs_you") return importMail(frozen, appUrl);
  const facts = readRequestFacts(frozen);
  const items = [
    { label: "Order", text: [facts.order_number, facts.customer].filter(Boolean).join(" · ") },
    { label: "Customer PO", text: facts.customer_po ?? "" },
    { label: "Ship date", text: facts.requested_ship_date ? formatDate(facts.requested_ship_date) : "" },
    { label: "Asked by", text: facts.requester },
    { label: "Reason", text: `${facts.reason_label}: ${facts.reason}` },
  ];
  return {
    ...mailWords(template, facts),
    organization: facts.organization,
    items: items.filter(({ text }) => text !== ""),
    changes: facts.changes.map((change) => {
      const { subject, from, to, difference } = describeChange(change, facts.currency);
      const before = from || "—";
      // Whoever works to the last column must find what is true there.
      if (change.outcome === "rejected" && template === "request_applied")
        return { subject, before, after: before, difference: `not approved: ${to}` };
      return { subject, before, after: to, difference: change.outcome === "rejected" ? "rejected" : difference };
    }),
    problems: facts.problems.map((problem) => describeProblem(problem, new Date(createdAt))),
    note: template === "request_submitted" || template === "request_step_approved" ? null : facts.note,
    href: `${appUrl}${routes.request(facts.slug, facts.reference)}`,
  };
}
