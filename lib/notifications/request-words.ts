import { describeAllMoved } from "@/lib/change-requests/describe-moved";
import { formatTimestamp } from "@/lib/dates";
import { oneLine } from "@/lib/notifications/one-line";
import type { RequestFacts } from "@/lib/notifications/request-facts";
import type { RequestTemplate } from "@/lib/notifications/template";

type RequestWords = {
  subject: string;
  heading: string;
  /** What happened and what there is to do, in a sentence or two. */
  lead: string;
  /** The heads of the two columns of the differences. */
  columns: { before: string; after: string };
  /** Who the note is by, where there may be one. */
  noteLabel: string;
  button: string;
};

/** The words about a request, the same in the mail's HTML, in its plain text and in the app. */
export function requestWords(template: RequestTemplate, facts: RequestFacts): RequestWords {
  const { reference, order_number: order, customer, requester, decider, version, round } = facts;
  const by = standingIn(decider ?? "An approver", facts.decided_for);
  const about = customer ? `${order} · ${customer}` : order;
  const asked = { before: "Before", after: "Asked for" };
  switch (template) {
    case "request_submitted":
      return {
        subject: oneLine(`To decide: ${reference} for ${about}`),
        heading: round > 1 ? `${requester} sent ${reference} again` : `${requester} asks to change ${order}`,
        lead: "The check passed when it was sent, and it runs again when you decide.",
        columns: { before: "Now", after: "Asked for" },
        noteLabel: "",
        button: `Review ${reference}`,
      };
    case "request_step_approved":
      return {
        subject: oneLine(`To decide, step ${facts.step} of ${facts.step_count}: ${reference} for ${about}`),
        heading: `${reference} by ${requester} waits for you`,
        lead: `${approvedSoFar(facts)} It is written when you approve too: nothing on ${order} has changed yet, and the check runs again then.`,
        columns: { before: "Now", after: "Asked for" },
        noteLabel: "",
        button: `Review ${reference}`,
      };
    case "request_reassigned":
      return {
        subject: oneLine(`Handed to you: ${reference} for ${about}`),
        heading: `${facts.assigned_by ?? "A colleague"} asks you to decide ${reference}`,
        lead: `${requester} asks to change ${order}. The check runs again when you decide.`,
        columns: { before: "Now", after: "Asked for" },
        noteLabel: `Note by ${facts.assigned_by ?? "your colleague"}`,
        button: `Review ${reference}`,
      };
    case "request_comment":
      return {
        subject: oneLine(`${facts.commenter ?? "A colleague"} on ${reference} for ${about}`),
        heading: `${facts.commenter ?? "A colleague"} commented on ${reference}`,
        lead: facts.comment ?? "",
        columns: asked,
        noteLabel: "",
        button: `Open ${reference}`,
      };
    case "request_reminder":
      return {
        subject: oneLine(`Still to decide${until(facts)}: ${reference} for ${about}`),
        heading: `${reference} by ${requester} still waits`,
        lead: `Nobody has decided it yet. It expires${until(facts)}, when ${order} has to leave.`,
        columns: { before: "Now", after: "Asked for" },
        noteLabel: "",
        button: `Review ${reference}`,
      };
    case "request_escalated":
      return {
        subject: oneLine(`Urgent, expires${until(facts)}: ${reference} for ${about}`),
        heading: `${reference} is about to expire`,
        lead: `${requester} asks to change ${order}, and nobody has decided it. It expires${until(facts)}. You get this because you can decide it, or can find somebody who does.`,
        columns: { before: "Now", after: "Asked for" },
        noteLabel: "",
        button: `Review ${reference}`,
      };
    case "request_expired":
      return {
        subject: oneLine(`Expired: ${reference} for ${about}`),
        heading: `${reference} has expired`,
        lead:
          facts.why === "order_locked"
            ? `Nobody decided it before ${order} was picked. Nothing on ${order} was changed.`
            : `Nobody decided it before the cut-off of ${order}. Nothing on ${order} was changed. Send a new request if it still matters.`,
        columns: asked,
        noteLabel: "",
        button: `Open ${reference}`,
      };
    case "request_applied":
      return {
        subject: oneLine(`Changed: ${about} (${reference})`),
        heading: `${order} was changed`,
        lead: `${by} approved ${reference} by ${requester}${exceptFor(facts)}. The order is at version ${version}: work to the values under “Now”.`,
        columns: { before: "Before", after: "Now" },
        noteLabel: `Note by ${by}`,
        button: `Open ${reference}`,
      };
    case "request_unacknowledged":
      return {
        subject: oneLine(`Not acknowledged, ships${until(facts)}: ${about} (${reference})`),
        heading: `Nobody on the floor has acknowledged the change of ${order}`,
        lead: `${order} leaves${until(facts)}, and nobody has said that they saw ${reference}. Work to the values under “Now” and acknowledge the change, or ask the floor whether they have it.`,
        columns: { before: "Before", after: "Now" },
        noteLabel: `Note by ${by}`,
        button: `Open ${reference}`,
      };
    case "request_rejected":
      return {
        subject: oneLine(`Rejected: ${reference} for ${about}`),
        heading: `${reference} was rejected`,
        lead: `${by} rejected it. Nothing on ${order} was changed.`,
        columns: asked,
        noteLabel: `Why, by ${by}`,
        button: `Open ${reference}`,
      };
    case "request_returned":
      return {
        subject: oneLine(`Sent back: ${reference} for ${about}`),
        heading: `${reference} was sent back to you`,
        lead: !decider
          ? `Nobody is left who could decide it. Nothing on ${order} was changed. Ask an admin to make somebody an approver, then send it again.`
          : `${by} needs something before deciding. Nothing on ${order} was changed. Revise the request and send it again, or withdraw it.`,
        columns: asked,
        noteLabel: decider ? `What ${by} asks for` : "Why",
        button: `Revise ${reference}`,
      };
    case "request_moved":
      return {
        subject: oneLine(`Look again: ${reference} for ${about}`),
        heading: `${order} changed under ${reference}`,
        lead: `${facts.by ?? "An admin"} ${cause(facts)}: ${describeAllMoved(facts.moved)}. ${reference} still waits for a decision. If it no longer fits, ${facts.requester} can withdraw it and ask again, or whoever decides sends it back.`,
        columns: asked,
        noteLabel: "",
        button: `Look at ${reference}`,
      };
    case "request_refused":
      return {
        subject: oneLine(`No longer possible: ${reference} for ${about}`),
        heading: `${reference} can no longer be applied`,
        lead: `${by} approved it, but ${order} moved on before that: the last check said no. Nothing was changed.`,
        columns: asked,
        noteLabel: `Note by ${by}`,
        button: `Open ${reference}`,
      };
  }
}

/** What moved it: an import, its undoing, or what fulfillment marked here. */
function cause({ import: number, is_undo }: RequestFacts): string {
  if (number === undefined) return "marked what is done";
  return `${is_undo ? "took back" : "committed"} import ${number}`;
}

function until({ due_at, time_zone }: RequestFacts): string {
  return due_at ? ` ${formatTimestamp(due_at, time_zone ?? "UTC")}` : "";
}

/** "Bo for Ann": who decided, and for whom they stood in. */
function standingIn(name: string, principal: string | null): string {
  return principal ? `${name} for ${principal}` : name;
}

function approvedSoFar({ approvals }: RequestFacts): string {
  const names = approvals.map((approval) => standingIn(approval.by, approval.for));
  return names.length > 0 ? `Approved so far by ${new Intl.ListFormat("en-GB").format(names)}.` : "";
}

function exceptFor({ changes }: RequestFacts): string {
  const rejected = changes.filter(({ outcome }) => outcome === "rejected").length;
  return rejected > 0 ? `, except for ${rejected} of ${changes.length} changes` : "";
}
