/** Why a sheet could not be read, each with its own way out. */
export type SheetProblemCode =
  | "private"
  | "not_found"
  | "no_such_tab"
  | "empty"
  | "too_large"
  | "busy"
  | "unreachable"
  | "too_slow"
  | "strange_answer"
  | "led_elsewhere";

const sentences = {
  private:
    "Google asks for a sign-in, so the sheet is private. In the sheet choose Share → General access → “Anyone with the link” (Viewer), then try again.",
  not_found: "There is no such sheet any more: it was deleted, or the link is incomplete. Copy the address again.",
  no_such_tab: "The sheet has no such tab any more. Open the tab with the open orders and copy the address again.",
  empty: "The tab is empty. Open the tab with the open orders and copy its address: each tab has its own.",
  too_large: "The tab has more than 50 MB. Keep only open orders in it, or split it by order.",
  busy: "Google is turning requests away at this moment. Try again in a few minutes.",
  unreachable: "Google could not be reached. Check the connection of the server and try again.",
  too_slow: "Google did not send the sheet in time. Try again; a smaller tab comes faster.",
  strange_answer:
    "Google sent something that is not a table. Open the link in a private window: it must show the sheet without a sign-in.",
  led_elsewhere:
    "The link led away from Google, so it was not followed. Copy the address from the sheet's address bar.",
} satisfies Record<SheetProblemCode, string>;

/** Worth another try a little later. */
const passing: readonly SheetProblemCode[] = ["busy", "unreachable", "too_slow"];

export class SheetProblem extends Error {
  readonly code: SheetProblemCode;
  readonly isPassing: boolean;

  constructor(code: SheetProblemCode, cause?: unknown) {
    super(sentences[code], { cause });
    this.name = "SheetProblem";
    this.code = code;
    this.isPassing = passing.includes(code);
  }
}
