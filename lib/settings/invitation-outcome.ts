export type InviteOutcome =
  | { outcome: "invited" }
  | { outcome: "already_invited" }
  | { outcome: "already_member"; name: string; active: boolean };
export type ResendOutcome = "resent" | "just_sent" | "closed";
export type ClosingOutcome = "revoked" | "closed";

/** What an admin is told about an invitation they asked for. */
export function inviteSentence(outcome: InviteOutcome & { email: string }): string {
  switch (outcome.outcome) {
    case "invited":
      return `An invitation is on its way to ${outcome.email}. The link is good for seven days.`;
    case "already_invited":
      return `${outcome.email} has an open invitation already. Send it again below if it never arrived.`;
    case "already_member":
      return outcome.active
        ? `${outcome.name} is a member already. Change the roles below.`
        : `${outcome.name} was a member before. Reactivate them below.`;
  }
}

const sentences = {
  resent: "Sent again. The earlier link no longer works.",
  just_sent: "It was sent less than a minute ago. Give it a moment to arrive.",
  revoked: "Revoked. The link no longer works.",
  closed: "It was accepted or revoked meanwhile. Reload the page.",
} satisfies Record<ResendOutcome | ClosingOutcome, string>;

export function invitationSentence(outcome: ResendOutcome | ClosingOutcome): string {
  return sentences[outcome];
}
