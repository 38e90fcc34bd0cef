/** A mail ready to go. `id` is the notification's: the provider's idempotency key and the Message-ID are made from it. */
export type Message = {
  id: string;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
};

/**
 * What became of an attempt. `failed` is tried again later, `dead` never. `isBusy`: the provider asks to slow down, so
 * the rest of this run would fail too.
 */
export type SendOutcome =
  | { outcome: "sent"; providerId: string | null }
  | { outcome: "failed"; error: string; isBusy?: boolean }
  | { outcome: "dead"; error: string };

/** One way to hand a message over. Never throws: what goes wrong is an outcome. */
export type MailTransport = {
  send: (message: Message, signal: AbortSignal) => Promise<SendOutcome>;
  close: () => void;
};
