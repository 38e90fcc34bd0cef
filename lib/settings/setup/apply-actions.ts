"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/action";
import type { PolicyProblem } from "@/lib/approvals/policy-rule";
import { routes } from "@/lib/routes";
import { applySetupSchema, discardSchema, rebaseSchema } from "@/lib/settings/setup/schema";
import { SUMMARY } from "@/lib/settings/setup/steps";
import type { Json } from "@/lib/supabase/database.types";
import { rpc } from "@/lib/supabase/rpc";

/** Moving the orders that carry a status word takes a moment when there are many. */
const TIMEOUT_MS = 60_000;

type ApplyOutcome =
  | { outcome: "applied" | "unchanged"; version: number }
  | { outcome: "stale"; version: number; applied_by: string; applied_at: string }
  | { outcome: "refused"; problems: PolicyProblem[] };

/** The admin's yes: exactly the answers that were read back, or nothing. */
export const applySetup = formAction({ role: "admin", schema: applySetupSchema }, async (input, { db, org }) => {
  const outcome: ApplyOutcome = await rpc(
    db,
    "apply_setup",
    {
      p_org: org.id,
      p_answers: input.answers as Json,
      p_expected_version: input.expected_version,
      p_idempotency_key: input.idempotency_key,
    },
    { timeoutMs: TIMEOUT_MS },
  );
  // The whole frame: words, formats and clocks are on every page.
  revalidatePath(routes.home(org.slug), "layout");
  if (outcome.outcome === "applied" || outcome.outcome === "unchanged")
    redirect(`${routes.setup(org.slug)}?${outcome.outcome}=${outcome.version}`);
  return outcome;
});

/** After somebody else applied a version: the answers stay, compared with that version from now on. */
export const keepAnswers = formAction({ role: "admin", schema: rebaseSchema }, async ({ version }, { db, org }) => {
  await rpc(db, "save_setup_draft", { p_org: org.id, p_answers: {}, p_base_version: version });
  revalidatePath(routes.setup(org.slug), "layout");
  redirect(routes.setupStep(org.slug, SUMMARY));
});

export const discardAnswers = formAction({ role: "admin", schema: discardSchema }, async (_input, { db, org }) => {
  await rpc(db, "discard_setup_draft", { p_org: org.id });
  revalidatePath(routes.setup(org.slug), "layout");
  redirect(routes.setup(org.slug));
});
