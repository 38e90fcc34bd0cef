import { cn } from "@heroui/styles";
import { Check } from "lucide-react";
import Link from "next/link";
import { routes } from "@/lib/routes";
import type { SetupAnswers } from "@/lib/settings/setup/setup-facts";
import { SUMMARY, setupSteps } from "@/lib/settings/setup/steps";

type Props = { org: string; current: string; answers: SetupAnswers };

/** Where the interview stands; every question can be gone to at any time. */
export function SetupProgress({ org, current, answers }: Props) {
  const steps = [...setupSteps, { slug: SUMMARY, answer: null, title: "Summary" }];
  const at = steps.findIndex(({ slug }) => slug === current);
  return (
    <nav aria-label="Questions" data-print="hide" className="flex flex-col gap-2">
      <p className="text-xs text-muted sm:hidden">
        {current === SUMMARY ? "The summary" : `Question ${at + 1} of ${setupSteps.length}`}
      </p>
      <ol className="flex gap-1">
        {steps.map(({ slug, answer, title }, index) => {
          const isAnswered = answer !== null && answer in answers;
          return (
            <li key={slug} className="min-w-0 grow basis-0">
              <Link
                href={routes.setupStep(org, slug)}
                aria-current={slug === current ? "step" : undefined}
                title={title}
                className={cn(
                  "flex flex-col gap-1.5 border-t-3 pt-2 text-xs max-sm:h-6",
                  slug === current
                    ? "border-accent font-semibold"
                    : isAnswered
                      ? "border-accent/40 text-muted hover:text-foreground"
                      : "border-border text-muted hover:text-foreground",
                )}
              >
                <span className="flex items-start gap-1 max-sm:sr-only">
                  {isAnswered && <Check aria-hidden className="mt-0.5 size-3 shrink-0" />}
                  <span className="text-balance">
                    <span className="sr-only">{answer === null ? "" : `${index + 1}. `}</span>
                    {title}
                    {isAnswered && <span className="sr-only"> (answered)</span>}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
