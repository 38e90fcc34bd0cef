import { Minus, Plus } from "lucide-react";
import type { SetupDifference } from "@/lib/settings/setup/setup-differences";

/** What reads otherwise: sentences that went, and those that came in their place. */
export function DifferenceList({ differences }: { differences: readonly SetupDifference[] }) {
  return (
    <dl className="flex flex-col gap-3 text-sm">
      {differences.map(({ title, before, after }) => (
        <div key={title} className="grid gap-x-6 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="font-medium">{title}</dt>
          <dd className="flex max-w-prose flex-col gap-1 text-pretty wrap-anywhere">
            {before.map((sentence) => (
              <p key={sentence} className="flex gap-2 text-muted">
                <Minus aria-hidden className="mt-0.5 size-3.5 shrink-0 text-danger-soft-foreground" />
                <span>
                  <span className="sr-only">No longer: </span>
                  <s>{sentence}</s>
                </span>
              </p>
            ))}
            {after.map((sentence) => (
              <p key={sentence} className="flex gap-2">
                <Plus aria-hidden className="mt-0.5 size-3.5 shrink-0 text-success-soft-foreground" />
                <span>
                  <span className="sr-only">Now: </span>
                  {sentence}
                </span>
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
