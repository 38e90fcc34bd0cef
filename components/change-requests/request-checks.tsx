import { CircleCheck, CircleX } from "lucide-react";
import type { CheckResult } from "@/lib/change-requests/list-checks";

/** Each check with its result, what failed in its own words. */
export function RequestChecks({ results }: { results: readonly CheckResult[] }) {
  return (
    <ul className="flex flex-col gap-3 text-sm">
      {results.map(({ label, result, sentences }) => (
        <li key={label} className="flex gap-2">
          {result === "passed" ? (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success-soft-foreground" />
          ) : (
            <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-soft-foreground" />
          )}
          <div className="min-w-0">
            <p className="font-medium">
              {label}
              <span className="sr-only">: {result}</span>
            </p>
            {sentences.map((sentence) => (
              <p key={sentence} className="text-pretty text-muted">
                {sentence}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
