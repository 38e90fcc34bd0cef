import type { RuleNames } from "@/lib/approvals/describe-rule";
import { describeSetup } from "@/lib/settings/setup/describe-setup";
import type { SetupFacts } from "@/lib/settings/setup/setup-facts";

/** A section that reads otherwise now: the sentences that went and those that came. */
export type SetupDifference = { title: string; before: string[]; after: string[] };

export function setupDifferences(before: SetupFacts, after: SetupFacts, names: RuleNames): SetupDifference[] {
  const was = describeSetup(before, names);
  return describeSetup(after, names).flatMap(({ title, sentences }, at) => {
    const earlier = was[at]?.sentences ?? [];
    const gone = earlier.filter((sentence) => !sentences.includes(sentence));
    const come = sentences.filter((sentence) => !earlier.includes(sentence));
    return gone.length + come.length > 0 ? [{ title, before: gone, after: come }] : [];
  });
}
