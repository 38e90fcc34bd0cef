export type RetryOutcome = {
  outcome: "queued" | "unchanged" | "may_arrive_twice" | "address_suppressed" | "use_invitation";
};
export type RetryAllOutcome = {
  outcome: "queued";
  queued: number;
  may_arrive_twice: number;
  address_suppressed: number;
  use_invitation: number;
};
export type ClearOutcome = { outcome: "cleared"; email: string; mails: number } | { outcome: "unchanged" };

const sentences = {
  queued: "on its way again.",
  unchanged: "it is on its way or has arrived already. Reload the page to see it.",
  may_arrive_twice: "it may have arrived already. Say yes to have it sent anew.",
  address_suppressed: "the address is held. Clear it first.",
  use_invitation: "its link is used up. Send the invitation again under People.",
} satisfies Record<RetryOutcome["outcome"], string>;

/** What an admin is told who has a mail sent again, after the address it goes to. */
export function retrySentence({ outcome }: RetryOutcome): string {
  return sentences[outcome];
}

/** What became of all that were given up, with what was left and why. */
export function retryAllSentence(counts: RetryAllOutcome): string {
  const left = [
    counts.may_arrive_twice > 0 && `${mails(counts.may_arrive_twice)} may have arrived already`,
    counts.address_suppressed > 0 && `${mails(counts.address_suppressed)} to held addresses`,
    counts.use_invitation > 0 && `${mails(counts.use_invitation)} with an invitation to be sent again under People`,
  ].filter(Boolean);
  const sent = counts.queued > 0 ? `${mails(counts.queued)} on the way again.` : "Nothing was sent again.";
  return left.length > 0 ? `${sent} Left: ${left.join(", ")}.` : sent;
}

/** What an admin is told who lets mail go to an address again. */
export function clearSentence(outcome: ClearOutcome): string {
  if (outcome.outcome === "unchanged") return "It is not held any more. Reload the page.";
  const held = outcome.mails > 0 ? ` ${mails(outcome.mails)} that waited on the way.` : "";
  return `Mail goes to ${outcome.email} again.${held}`;
}

function mails(count: number): string {
  return count === 1 ? "One mail" : `${count.toLocaleString("en-US")} mails`;
}
