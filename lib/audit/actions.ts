"use server";

import { formAction } from "@/lib/action";
import type { AuditEntry } from "@/lib/audit/entry";
import { getEntry } from "@/lib/audit/queries";
import { verifySchema } from "@/lib/audit/schema";
import type { VerifyAnswer } from "@/lib/audit/verify-answer";
import { rpc } from "@/lib/supabase/rpc";

/** What the check found; `badEntry` is null when the first bad entry is the one that is missing. */
export type Verification = VerifyAnswer & { badEntry: AuditEntry | null; comparedWith: number | null };

/** A long chain takes a moment. */
const TIMEOUT_MS = 60_000;

export const verifyChain = formAction(
  { role: "admin", schema: verifySchema },
  async ({ head_seq, head_hash }, { db, org }): Promise<Verification> => {
    const args = { p_org: org.id, p_head_seq: head_seq, p_head_hash: head_hash };
    const answer: VerifyAnswer = await rpc(db, "verify_audit_chain", args, { timeoutMs: TIMEOUT_MS });
    const badEntry = answer.first_bad_seq === null ? null : await getEntry(db, org.id, answer.first_bad_seq);
    return { ...answer, badEntry, comparedWith: head_seq ?? null };
  },
);
