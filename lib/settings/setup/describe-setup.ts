import { describeRule, type RuleNames } from "@/lib/approvals/describe-rule";
import { DEFAULT_RULE_ID } from "@/lib/approvals/policy-rule";
import { formatsSentence } from "@/lib/orders/format-words";
import type { SetupFacts } from "@/lib/settings/setup/setup-facts";
import { type SetupStep, setupSteps } from "@/lib/settings/setup/steps";
import { type SiteWithHolidays, workDaysWords } from "@/lib/settings/site";
import type { Stage } from "@/lib/settings/status-word";

/** What will be held to, in the words of the people it concerns; one section for each question. */
export type SetupSection = { slug: SetupStep["slug"]; title: string; sentences: string[] };

export function describeSetup(facts: SetupFacts, names: RuleNames): SetupSection[] {
  return setupSteps.map(({ slug, title }) => ({ slug, title, sentences: sentencesOf[slug](facts, names) }));
}

const sentencesOf: Record<SetupStep["slug"], (facts: SetupFacts, names: RuleNames) => string[]> = {
  system: ({ system }) => [system ? `Orders come from ${system.name}.` : "Nobody has said yet where orders come from."],
  words: wordSentences,
  formats: formatSentences,
  sites: ({ sites }) => sites.map(siteSentence),
  volume: ({ daily_orders }) =>
    daily_orders === null ? [] : [`About ${daily_orders.toLocaleString("en-US")} orders come in on a usual day.`],
  approval: ({ approval_rules }, names) => [
    ...approval_rules.filter(({ id }) => id !== DEFAULT_RULE_ID).map((rule) => describeRule(rule, names)),
    approval_rules.length > 1 ? "Everything else: any approver." : "Any approver decides.",
    "Nobody decides a request they wrote, and nothing is approved without a person.",
  ],
  told: ({ fulfillment_email }) => [
    "An approved change goes by mail to who asked for it and to everybody with the fulfillment role.",
    fulfillment_email ? `It goes to ${fulfillment_email}, too.` : "No shared mailbox is told.",
  ],
  exceptions: ({ exceptions }) =>
    exceptions ? [`“${exceptions}”`, "This is a note for people; nothing enforces it."] : [],
};

const openStages: readonly Stage[] = ["draft", "pending_approval", "open", "on_hold", "released"];
const floorStages: readonly Stage[] = ["picking", "partially_shipped"];

function wordSentences({ status_words }: SetupFacts): string[] {
  const of = (isMeant: (stage: Stage) => boolean) =>
    status_words.filter(({ stage }) => isMeant(stage)).map(({ word }) => `“${word}”`);
  const open = of((stage) => openStages.includes(stage));
  const floor = of((stage) => floorStages.includes(stage));
  const unknown = of((stage) => stage === "unknown");
  const locked = of((stage) => ![...openStages, ...floorStages, "unknown"].includes(stage));
  return [
    open.length > 0 ? `An order can be changed while it is ${any.format(open)}.` : "",
    floor.length > 0
      ? `While it is ${any.format(floor)}, each line answers for itself, and never goes below what is picked.`
      : "",
    locked.length > 0 ? `It is locked once it is ${any.format(locked)}: nothing and nobody opens it.` : "",
    unknown.length > 0
      ? `${all.format(unknown)} ${unknown.length === 1 ? "has" : "have"} no meaning yet, so such orders are locked.`
      : "",
    "A status word that nobody has given a meaning is locked, not open.",
  ].filter(Boolean);
}

function formatSentences({ formats }: SetupFacts): string[] {
  const { order_number, sku, import_misfits } = formats;
  const orders =
    order_number.length > 0 ? formatsSentence("Order numbers", order_number) : "Order numbers may look like anything.";
  const skus =
    sku.length > 0
      ? [formatsSentence("SKUs", sku), "A SKU of another shape can't be added to an order."]
      : ["SKUs may look like anything."];
  if (order_number.length + sku.length === 0) return [orders, ...skus];
  const imports =
    import_misfits === "refuse"
      ? "An import with anything else is stopped until it is corrected."
      : "An import takes anything else, and lists those rows.";
  return [orders, ...skus, imports];
}

function siteSentence({ name, is_default, ship_cutoff, time_zone, work_days, holidays }: SiteWithHolidays): string {
  const zone = time_zone.replaceAll("_", " ");
  const days = workDaysWords(work_days);
  const except =
    holidays.length > 0 ? `, except on ${holidays.length} ${holidays.length === 1 ? "holiday" : "holidays"}` : "";
  return `${name}${is_default ? " (the default)" : ""}: orders leave by ${ship_cutoff} ${zone}, ${days}${except}.`;
}

const all = new Intl.ListFormat("en-GB");
const any = new Intl.ListFormat("en-GB", { type: "disjunction" });
