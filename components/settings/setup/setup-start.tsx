import { ArrowRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { routes } from "@/lib/routes";
import { setupSteps } from "@/lib/settings/setup/steps";

/** Before the first interview: what it is, and that nothing happens by itself. */
export function SetupStart({ org, name }: { org: string; name: string }) {
  return (
    <section className="rounded-xl border border-border bg-surface p-5 sm:p-8">
      <h2 className="text-lg font-semibold tracking-tight text-balance">How does {name} work?</h2>
      <p className="mt-1.5 max-w-prose text-sm text-muted text-pretty">
        {setupSteps.length} short questions about your orders and your floor. At the end you read what will be held to,
        in plain sentences, and only your yes applies it. Leave whenever you like: your answers stay. Everything can be
        changed later.
      </p>
      <ol className="mt-5 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        {setupSteps.map(({ slug, question }, at) => (
          <li key={slug} className="flex gap-3">
            <span
              aria-hidden
              className="grid size-5 shrink-0 place-items-center rounded-full bg-default text-xs text-muted tabular-nums"
            >
              {at + 1}
            </span>
            <span className="min-w-0">{question}</span>
          </li>
        ))}
      </ol>
      <div className="mt-6">
        <ButtonLink href={routes.setupStep(org, setupSteps[0].slug)} variant="primary">
          Begin <ArrowRight aria-hidden />
        </ButtonLink>
      </div>
    </section>
  );
}
