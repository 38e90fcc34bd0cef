import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";
import { type SetupStep, stepAfter, stepBefore } from "@/lib/settings/setup/steps";

type Props = { org: string; step: SetupStep["slug"]; children?: ReactNode };

/** Back, on, and around: the same at the end of every question. */
export function StepBar({ org, step, children }: Props) {
  const before = stepBefore(step);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-separator pt-5">
      <ButtonLink href={before ? routes.setupStep(org, before) : routes.setup(org)} variant="ghost">
        <ArrowLeft aria-hidden /> Back
      </ButtonLink>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <TextLink href={routes.setupStep(org, stepAfter(step))} className="text-sm">
          Leave it as it is
        </TextLink>
        {children}
        <SubmitButton pendingLabel="Keeping…" name="intent" value="continue">
          Continue <ArrowRight aria-hidden />
        </SubmitButton>
      </div>
    </div>
  );
}
