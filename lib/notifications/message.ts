/** A mail ready to go. */
export type Message = {
  /** By which the provider knows a repeat, and the Message-ID is made of: the same at every attempt of one issue. */
  key: string;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
};

/**
 * What became of an attempt. `failed` is tried again later, `dead` never. `busy`: the provider asks to slow down, which says
 * nothing about this mail. `isUnknown`: it may have been taken all the same.
 */
export type SendOutcome =
  | { outcome: "sent"; providerId: string | null }
  | { outcome: "failed"; error: string; isUnknown: boolean; retryAfterSeconds?: number }
  | { outcome: "busy"; error: string; retryAfterSeconds: number }
  | { outcome: "dead"; error: string };

/** One way to hand a message over. Never throws: what goes wrong is an outcome. */
export type MailTransport = {
  send: (message: Message, signal: AbortSignal) => Promise<SendOutcome>;
  close: () => void;
};
