/** The last form that left the page: its key and contents, and whether an answer has come back. */
export type SentForm = {
  key: string;
  /** The key the page was rendered with when it was sent. */
  renderedKey: string;
  body: string;
  state: "unanswered" | "recorded" | "answered";
};

/**
 * The idempotency key to send a form under. A key belongs to one try with one content: the same contents whose answer was
 * lost go out under the same key, and so does a recorded form that the back button brought up again; everything else gets
 * a fresh one.
 */
export function submissionKey(body: string, renderedKey: string, sent: SentForm | null, mint: () => string): string {
  if (!sent) return renderedKey;
  const isSame = sent.body === body;
  if (isSame && sent.state === "unanswered") return sent.key;
  if (isSame && sent.state === "recorded" && sent.renderedKey === renderedKey) return sent.key;
  return sent.renderedKey === renderedKey ? mint() : renderedKey;
}

/** Random enough to be nobody else's. Works without a secure context, where `randomUUID` is missing. */
export function mintKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
