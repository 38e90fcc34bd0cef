"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/action";
import type { Gate } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { readFormats } from "@/lib/settings/read-formats";
import { readHolidays } from "@/lib/settings/read-holidays";
import { getSetup } from "@/lib/settings/setup/queries";
import { readApproval } from "@/lib/settings/setup/read-approval";
import { readWords } from "@/lib/settings/setup/read-words";
import {
  approvalSchema,
  exceptionsSchema,
  setupFormatsSchema,
  setupSiteSchema,
  systemSchema,
  toldSchema,
  volumeSchema,
  wordsSchema,
} from "@/lib/settings/setup/schema";
import { mergeSites, type SetupAnswers } from "@/lib/settings/setup/setup-facts";
import { type SetupStep, stepAfter } from "@/lib/settings/setup/steps";
import { systemOf } from "@/lib/settings/setup/systems";
import { foldWord } from "@/lib/settings/status-word";
import { rpc } from "@/lib/supabase/rpc";

/*
 * One action for each question. An answer goes into the person's draft, where it outlives the visit; nothing holds before
 * the summary was agreed to.
 */

export const answerSystem = formAction({ role: "admin", schema: systemSchema }, async ({ system, name }, gate) => {
  const known = systemOf(system);
  return keep(gate, "system", { system: known ? { id: known.id, name: known.name } : { id: "other", name } });
});

export const answerWords = formAction({ role: "admin", schema: wordsSchema }, async (input, gate) => {
  const { facts, draft } = await getSetup(gate.db, gate.org.id);
  const system = systemOf((draft?.answers.system ?? facts.system)?.id);
  const words = readWords(input, system?.words ?? []);
  // Only what differs, so that a meaning somebody changes elsewhere in the meantime isn't put back.
  const changed = words.filter(
    ({ word, stage }) =>
      !facts.status_words.some((known) => foldWord(known.word) === foldWord(word) && known.stage === stage),
  );
  const isMore = input.intent !== "continue" || input.more.trim() !== "";
  return keep(gate, "words", { status_words: changed }, isMore ? routes.setupStep(gate.org.slug, "words") : undefined);
});

export const answerFormats = formAction({ role: "admin", schema: setupFormatsSchema }, async (input, gate) => {
  const formatsIn = (field: string, patterns: string, examples: string) => {
    const read = readFormats(patterns, examples);
    if (!read.ok) throw new AppError("invalid", { detail: { field }, hint: read.problem });
    return read.formats;
  };
  return keep(gate, "formats", {
    formats: {
      order_number: formatsIn("order_number_patterns", input.order_number_patterns, input.order_number_examples),
      sku: formatsIn("sku_patterns", input.sku_patterns, input.sku_examples),
      import_misfits: input.import_misfits,
    },
  });
});

export const answerSite = formAction({ role: "admin", schema: setupSiteSchema }, async (input, gate) => {
  const { holidays, intent, is_default, ...site } = input;
  const read = readHolidays(holidays);
  if (!read.ok) throw new AppError("invalid", { detail: { field: "holidays" }, hint: read.problem });
  const { draft } = await getSetup(gate.db, gate.org.id);
  const answered = { ...site, code: foldWord(site.code), is_default: is_default !== undefined, holidays: read.days };
  const sites = mergeSites(draft?.answers.sites ?? [], [answered]);
  const another = `${routes.setupStep(gate.org.slug, "sites")}?site=`;
  return keep(gate, "sites", { sites }, intent === "another" ? another : undefined);
});

export const answerVolume = formAction({ role: "admin", schema: volumeSchema }, async ({ daily_orders }, gate) =>
  keep(gate, "volume", { daily_orders: daily_orders === "" ? null : Number(daily_orders) }),
);

export const answerApproval = formAction({ role: "admin", schema: approvalSchema }, async (input, gate) => {
  const read = readApproval(input);
  if (!read.ok) throw new AppError("invalid", { detail: { field: read.field }, hint: read.problem });
  return keep(gate, "approval", { approval_rules: read.rules });
});

export const answerTold = formAction({ role: "admin", schema: toldSchema }, async ({ email }, gate) =>
  keep(gate, "told", { fulfillment_email: email === "" ? null : email.toLowerCase() }),
);

export const answerExceptions = formAction({ role: "admin", schema: exceptionsSchema }, async ({ exceptions }, gate) =>
  keep(gate, "exceptions", { exceptions: exceptions === "" ? null : exceptions }),
);

/** Into the draft, and on to the next question. */
async function keep(gate: Gate, step: SetupStep["slug"], answers: SetupAnswers, next?: string): Promise<null> {
  await rpc(gate.db, "save_setup_draft", { p_org: gate.org.id, p_answers: answers });
  revalidatePath(routes.setup(gate.org.slug), "layout");
  redirect(next ?? routes.setupStep(gate.org.slug, stepAfter(step)));
}
