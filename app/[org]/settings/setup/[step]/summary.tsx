import { ApplyForm } from "@/components/settings/setup/apply-form";
import { DifferenceList } from "@/components/settings/setup/difference-list";
import { KeepAnswersForm } from "@/components/settings/setup/keep-answers-form";
import { SectionList } from "@/components/settings/setup/section-list";
import { StepCard } from "@/components/settings/setup/step-card";
import { Notice } from "@/components/ui/notice";
import { ruleNames } from "@/lib/approvals/queries";
import type { Gate } from "@/lib/auth/gate";
import { newRequestKey } from "@/lib/request-key";
import { type Misfits, misfitSentences } from "@/lib/settings/formats";
import { describeSetup } from "@/lib/settings/setup/describe-setup";
import type { Setup } from "@/lib/settings/setup/queries";
import { setupDifferences } from "@/lib/settings/setup/setup-differences";
import type { SetupFacts } from "@/lib/settings/setup/setup-facts";
import { rpc } from "@/lib/supabase/rpc";

type Props = { gate: Gate; setup: Setup; facts: SetupFacts };

/** What will be held to, read back before anything holds. */
export async function Summary({ gate: { db, org }, setup, facts }: Props) {
  const { version, draft } = setup;
  const names = await ruleNames(db, org.id);
  const misfits: Misfits | null = draft?.answers.formats
    ? await rpc(db, "count_misfits", { p_org: org.id, p_formats: facts.formats })
    : null;
  const differences = version > 0 ? setupDifferences(setup.facts, facts, names) : [];
  const isBehind = draft !== null && draft.base_version < version;
  return (
    <StepCard
      question="Is this how you work?"
      lead="This is what will be held to. Nothing of it is applied before you say yes, and every answer can be changed later."
    >
      <div className="flex flex-col gap-5">
        {isBehind && (
          <Notice tone="warning" title={`Version ${version} was applied while you were answering`}>
            <p className="mb-2">Below is what your answers change about it. Your answers are kept.</p>
            <KeepAnswersForm org={org.slug} version={version} />
          </Notice>
        )}
        <SectionList org={org.slug} sections={describeSetup(facts, names)} />
        {differences.length > 0 && (
          <div className="flex flex-col gap-3 border-t border-separator pt-5">
            <h3 className="text-sm font-semibold">What changes from version {version}</h3>
            <DifferenceList differences={differences} />
          </div>
        )}
        {misfits && misfitSentences(misfits).length > 0 && (
          <Notice tone="warning" title="Not everything that is open now fits these formats">
            {misfitSentences(misfits).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p>They stay as they are and can still be changed, but an import will name them each time.</p>
          </Notice>
        )}
        {draft && !isBehind && (
          <ApplyForm
            key={draft.updated_at}
            org={org.slug}
            answers={draft.answers}
            expectedVersion={draft.base_version}
            requestKey={newRequestKey()}
          />
        )}
        {!draft && (
          <Notice title="There is nothing to apply">This is what holds now. Change an answer above to begin.</Notice>
        )}
      </div>
    </StepCard>
  );
}
