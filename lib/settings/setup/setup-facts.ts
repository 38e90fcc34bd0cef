import { DEFAULT_RULE_ID, type PolicyRule } from "@/lib/approvals/policy-rule";
import type { FormatSettings } from "@/lib/settings/formats";
import type { SiteWithHolidays } from "@/lib/settings/site";
import { foldWord, type Stage } from "@/lib/settings/status-word";

export type WordMeaning = { word: string; stage: Stage };

/** All rules of an organization that the interview asks about, as they stand. */
export type SetupFacts = {
  system: { id: string; name: string } | null;
  status_words: WordMeaning[];
  formats: FormatSettings;
  sites: SiteWithHolidays[];
  daily_orders: number | null;
  /** The last is the default: any approver. */
  approval_rules: PolicyRule[];
  fulfillment_email: string | null;
  exceptions: string | null;
};

/** What was answered; what wasn't stays as it is. Words, sites and rules are those that change. */
export type SetupAnswers = Partial<SetupFacts>;

/** The interview's own rules of approval; those made elsewhere have other ids and come first. */
export function isSetupRule({ id }: Pick<PolicyRule, "id">): boolean {
  return id.startsWith("setup-");
}

/** The rules as they would stand with these answers; the database writes the same. */
export function withAnswers(facts: SetupFacts, answers: SetupAnswers): SetupFacts {
  const { status_words, sites, approval_rules, ...rest } = answers;
  return {
    ...facts,
    ...rest,
    status_words: mergeWords(facts.status_words, status_words ?? []),
    sites: mergeSites(facts.sites, sites ?? []),
    approval_rules: approval_rules ? mergeRules(facts.approval_rules, approval_rules) : facts.approval_rules,
  };
}

export function mergeWords(known: readonly WordMeaning[], answered: readonly WordMeaning[]): WordMeaning[] {
  const byKey = new Map(known.map((one) => [foldWord(one.word), one]));
  for (const one of answered)
    byKey.set(foldWord(one.word), { word: byKey.get(foldWord(one.word))?.word ?? one.word, stage: one.stage });
  return [...byKey.values()];
}

export function mergeSites(
  known: readonly SiteWithHolidays[],
  answered: readonly SiteWithHolidays[],
): SiteWithHolidays[] {
  const byCode = new Map(known.map((site) => [site.code, site]));
  for (const site of answered) byCode.set(site.code, site);
  const chosen = answered.findLast(({ is_default }) => is_default)?.code;
  const sites = [...byCode.values()].map((site) => (chosen ? { ...site, is_default: site.code === chosen } : site));
  return sites.sort((a, b) => Number(b.is_default) - Number(a.is_default) || a.code.localeCompare(b.code));
}

function mergeRules(known: readonly PolicyRule[], answered: readonly PolicyRule[]): PolicyRule[] {
  const others = known.filter((rule) => !isSetupRule(rule) && rule.id !== DEFAULT_RULE_ID);
  return [...others, ...answered, ...known.filter(({ id }) => id === DEFAULT_RULE_ID)];
}
