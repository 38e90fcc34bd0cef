import type { ReactNode } from "react";
import { stageLabel } from "@/components/orders/stage-badge";
import { ApprovalStep } from "@/components/settings/setup/approval-step";
import { ExceptionsStep } from "@/components/settings/setup/exceptions-step";
import { FormatsStep } from "@/components/settings/setup/formats-step";
import { SiteChoice } from "@/components/settings/setup/site-choice";
import { SiteStep } from "@/components/settings/setup/site-step";
import { SystemStep } from "@/components/settings/setup/system-step";
import { ToldStep } from "@/components/settings/setup/told-step";
import { VolumeStep } from "@/components/settings/setup/volume-step";
import { WordsStep } from "@/components/settings/setup/words-step";
import { DEFAULT_RULE_ID } from "@/lib/approvals/policy-rule";
import { listApprovers } from "@/lib/approvals/queries";
import { timeZones } from "@/lib/auth/founding-choices";
import type { Gate } from "@/lib/auth/gate";
import { isSetupRule, type SetupFacts } from "@/lib/settings/setup/setup-facts";
import type { SetupStep } from "@/lib/settings/setup/steps";
import { systemOf } from "@/lib/settings/setup/systems";
import { foldWord, stages } from "@/lib/settings/status-word";

/** What helps with the answer. */
export const stepLead: Record<SetupStep["slug"], ReactNode> = {
  system: "It tells which words to expect. You can import from any other system just as well.",
  words:
    "The stage decides what can still be changed: everything until Released, line by line while Picking, nothing from Picked on. Check each suggestion.",
  formats: "So that a typing error is caught while somebody types it, and in every import. Show a few real ones.",
  sites:
    "Deadlines count in the site's own clock: what ships on a day nothing leaves has to leave on the last work day before it.",
  volume: "It is read back with your rules, so that people can tell a quiet day from a broken import.",
  approval: "Nobody ever decides their own request, and nothing is approved without a person.",
  told: "Whoever asked and everybody with the fulfillment role hears of it in any case, each as they choose.",
  exceptions:
    "Agreements with customers, orders that are special, who to call. It is kept with the rules and shown to admins; it isn't enforced.",
};

type Props = { gate: Gate; step: SetupStep["slug"]; facts: SetupFacts; site: string | undefined };

/** The form of a question, filled with what was answered or holds now. */
export async function StepBody({ gate: { db, org }, step, facts, site: siteParam }: Props) {
  switch (step) {
    case "system":
      return <SystemStep org={org.slug} system={facts.system} />;
    case "words": {
      const system = systemOf(facts.system?.id);
      const known = new Set(facts.status_words.map(({ word }) => foldWord(word)));
      const missing = system?.words.filter((word) => !known.has(foldWord(word))) ?? [];
      return (
        <WordsStep
          org={org.slug}
          words={facts.status_words}
          options={stages.map((value) => ({
            value,
            label: value === "unknown" ? "Unknown (locked)" : stageLabel(value),
          }))}
          usual={system && missing.length > 0 ? { system: system.name, words: missing } : null}
        />
      );
    }
    case "formats":
      return <FormatsStep org={org.slug} formats={facts.formats} />;
    case "sites": {
      const blank = { code: "", name: "", time_zone: org.timeZone, ship_cutoff: "16:00", work_days: [1, 2, 3, 4, 5] };
      const code = siteParam ?? facts.sites[0]?.code ?? "";
      const site = facts.sites.find((one) => one.code === code);
      return (
        <>
          <SiteChoice org={org.slug} sites={facts.sites} code={code} />
          <SiteStep
            key={code}
            org={org.slug}
            site={site ?? { ...blank, is_default: facts.sites.length === 0, holidays: [] }}
            isNew={!site}
            timeZones={timeZones()}
          />
        </>
      );
    }
    case "volume":
      return <VolumeStep org={org.slug} dailyOrders={facts.daily_orders} />;
    case "approval":
      return (
        <ApprovalStep
          org={org.slug}
          rules={facts.approval_rules.filter(isSetupRule)}
          others={facts.approval_rules.filter((rule) => !isSetupRule(rule) && rule.id !== DEFAULT_RULE_ID).length}
          approvers={await listApprovers(db, org.id)}
        />
      );
    case "told":
      return <ToldStep org={org.slug} email={facts.fulfillment_email} />;
    case "exceptions":
      return <ExceptionsStep org={org.slug} exceptions={facts.exceptions} />;
  }
}
