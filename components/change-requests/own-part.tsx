import type { RequestRow } from "@/lib/change-requests/request-row";
import type { Decider } from "@/lib/change-requests/routing-queries";

type Props = { request: Pick<RequestRow, "step" | "step_count" | "rule_name">; part: Decider };

const bases = {
  rule: null,
  assigned: "It was handed to you.",
  delegate: null,
  backup: "Nobody whom the rule names can decide it, so every approver can.",
  admin: "No approver is left who can decide it, so admins can.",
} satisfies Record<Decider["basis"], string | null>;

/** In which right the reader decides, where that isn't plain: a step of several, for somebody else, as a backup. */
export function OwnPart({ request: { step, step_count, rule_name }, part }: Props) {
  const sentences = [
    step_count > 1 && `Step ${step} of ${step_count}${rule_name ? ` of “${rule_name}”` : ""}.`,
    part.basis === "delegate" && `You decide for ${part.onBehalfOf}.`,
    bases[part.basis],
  ].filter(Boolean);
  return sentences.length > 0 ? <p className="text-xs text-muted">{sentences.join(" ")}</p> : null;
}
