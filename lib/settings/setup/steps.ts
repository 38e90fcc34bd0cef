import type { SetupAnswers } from "@/lib/settings/setup/setup-facts";

/** The questions in their order, each with the answer it fills. */
export const setupSteps = [
  { slug: "system", answer: "system", title: "Source system", question: "Which system do your orders come from?" },
  {
    slug: "words",
    answer: "status_words",
    title: "Status words",
    question: "Which words does it use for where an order stands, and what do they mean?",
  },
  {
    slug: "formats",
    answer: "formats",
    title: "Formats",
    question: "What do your order numbers and SKUs look like?",
  },
  {
    slug: "sites",
    answer: "sites",
    title: "Shipping",
    question: "Where do orders ship from, and until when on a day?",
  },
  { slug: "volume", answer: "daily_orders", title: "Volume", question: "How many orders come in on a usual day?" },
  { slug: "approval", answer: "approval_rules", title: "Approval", question: "Who approves a change?" },
  {
    slug: "told",
    answer: "fulfillment_email",
    title: "Who is told",
    question: "Who on the floor hears of a change that was approved?",
  },
  { slug: "exceptions", answer: "exceptions", title: "Exceptions", question: "What else should people know?" },
] as const satisfies readonly { slug: string; answer: keyof SetupAnswers; title: string; question: string }[];

export const SUMMARY = "summary";

export type SetupStep = (typeof setupSteps)[number];

export function stepOf(slug: string): SetupStep | null {
  return setupSteps.find((step) => step.slug === slug) ?? null;
}

/** Where one goes from a step; the summary comes after the last. */
export function stepAfter(slug: SetupStep["slug"]): string {
  return setupSteps[setupSteps.findIndex((step) => step.slug === slug) + 1]?.slug ?? SUMMARY;
}

/** The step before; null before the first. */
export function stepBefore(slug: string): string | null {
  const at = slug === SUMMARY ? setupSteps.length : setupSteps.findIndex((step) => step.slug === slug);
  return setupSteps[at - 1]?.slug ?? null;
}

/** Where the interview goes on: the first question without an answer, the summary when all have one. */
export function nextOpenStep(answers: SetupAnswers): string {
  return setupSteps.find(({ answer }) => !(answer in answers))?.slug ?? SUMMARY;
}
