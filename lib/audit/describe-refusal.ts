import type { EntryFacts } from "@/lib/audit/entry-facts";
import { countOf, joined } from "@/lib/audit/phrases";

/** How the sentence names the actor, the order and the request. */
export type EntryNames = { who: string; order: string; request: string };

type Refusal = Extract<EntryFacts, { action: "check.refused" }>["after"];

/** A blocked attempt as a sentence: who tried what, and why nothing was written. */
export function describeRefusal(refusal: Refusal, names: EntryNames): string {
  if (refusal.moment === "reassign")
    return `${names.who} tried to hand ${names.request} for ${names.order} to somebody who cannot decide it`;
  return refusal.moment === "submit" ? atSubmit(refusal, names) : atDecision(refusal, names);
}

function atSubmit({ outcome, problems }: Refusal, { who, order, request }: EntryNames): string {
  switch (outcome) {
    case "refused":
      return `${who} asked to change ${order} (${request}), and the check refused it: ${countOf(problems, "problem")}`;
    case "duplicate":
      return `${who} asked for the same changes to ${order} as ${inTheWay(problems)}, so no second request was made`;
    case "overlap":
      return `${who} asked for changes to ${order} that overlap with ${inTheWay(problems)}, so no request was made`;
    case "stale":
    case "conflict":
      return `${who} asked to change ${order}, which had moved on meanwhile, so no request was made`;
  }
}

function atDecision({ outcome, decision, problems }: Refusal, { who, order, request }: EntryNames): string {
  const verb = { approve: "approve", reject: "reject", return: "send back" }[decision ?? "approve"];
  switch (outcome) {
    case "refused":
      return `${who} approved ${request} for ${order}, and the check refused it: ${countOf(problems, "problem")}. Nothing was written`;
    case "conflict":
      return `${who} tried to ${verb} ${request}, but what it changes on ${order} had changed meanwhile. Nothing was written`;
    case "stale":
    case "duplicate":
    case "overlap":
      return `${who} tried to ${verb} ${request}, but ${order} or the request had moved on since it was read. Nothing was written`;
  }
}

function inTheWay(problems: Refusal["problems"]): string {
  const references = problems.map(({ reference }) => reference).filter((one) => typeof one === "string");
  return references.length > 0 ? joined([...new Set(references)]) : "another request";
}
