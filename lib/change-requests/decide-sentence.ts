import type { ManyResult } from "@/lib/change-requests/decide-many";

/** What became of one of many, in a few words; `isSettled`: nothing more is to be done about it here. */
export function decideSentence({ answer }: Pick<ManyResult, "answer">): { text: string; isSettled: boolean } {
  switch (answer.outcome) {
    case "applied":
      return { text: `Approved: the order is version ${answer.applied_version} now`, isSettled: true };
    case "step_approved":
      return { text: "Your approval is recorded, and it waits for somebody else", isSettled: true };
    case "rejected":
      return { text: "Rejected", isSettled: true };
    case "returned":
      return { text: "Sent back", isSettled: true };
    case "refused":
      return { text: "Not written: the check said no. The request is closed", isSettled: true };
    case "expired":
      return { text: "Too late: the cut-off has passed", isSettled: true };
    case "already_decided":
      if (answer.status === "expired") return { text: "Too late: it expired before anybody decided", isSettled: true };
      return { text: `${answer.decided_by ?? "Somebody"} was faster`, isSettled: true };
    case "stale":
      return { text: "Not decided: the order or the request moved. Look at it again", isSettled: false };
    case "conflict":
      return { text: "Not decided: what it changes has changed meanwhile. Look at it again", isSettled: false };
    case "error":
      return { text: answer.message, isSettled: false };
  }
}
