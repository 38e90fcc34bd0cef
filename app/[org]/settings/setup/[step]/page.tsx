import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetupProgress } from "@/components/settings/setup/setup-progress";
import { StepCard } from "@/components/settings/setup/step-card";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getSetup } from "@/lib/settings/setup/queries";
import { withAnswers } from "@/lib/settings/setup/setup-facts";
import { SUMMARY, stepOf } from "@/lib/settings/setup/steps";
import { StepBody, stepLead } from "./step-body";
import { Summary } from "./summary";

export async function generateMetadata({ params }: PageProps<"/[org]/settings/setup/[step]">): Promise<Metadata> {
  const { step } = await params;
  return { title: `Set-up: ${step === SUMMARY ? "summary" : (stepOf(step)?.title ?? "")}` };
}

/** One question of the interview, or the summary at its end. */
export default async function SetupStepPage({ params, searchParams }: PageProps<"/[org]/settings/setup/[step]">) {
  const { org: slug, step: stepSlug } = await params;
  const gate = await requireMember(slug, "admin");
  const step = stepOf(stepSlug);
  if (!step && stepSlug !== SUMMARY) notFound();
  const setup = await forPage(getSetup(gate.db, gate.org.id));
  const answers = setup.draft?.answers ?? {};
  const facts = withAnswers(setup.facts, answers);
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <SetupProgress org={gate.org.slug} current={stepSlug} answers={answers} />
      {step ? (
        <StepCard question={step.question} lead={stepLead[step.slug]}>
          <StepBody gate={gate} step={step.slug} facts={facts} site={[(await searchParams).site].flat()[0]} />
        </StepCard>
      ) : (
        <Summary gate={gate} setup={setup} facts={facts} />
      )}
    </div>
  );
}
