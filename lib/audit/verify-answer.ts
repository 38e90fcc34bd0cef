/** The answer of `verify_audit_chain`. */
export type VerifyAnswer = {
  ok: boolean;
  entries: number;
  /** The first entry that doesn't fit, or that is missing. */
  first_bad_seq: number | null;
  head: { seq: number; hash: string };
  verified_at: string;
};
