import { describePattern, exampleOf } from "@/lib/orders/format-words";
import { patternProblem } from "@/lib/settings/read-formats";

/** Each format in words, with a text that fits it. */
export function FormatReadings({ patterns }: { patterns: readonly string[] }) {
  if (patterns.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-xs text-muted" aria-live="polite">
      {patterns.map((pattern) => {
        const words = describePattern(pattern);
        return (
          <li key={pattern} className="wrap-anywhere">
            {words ? (
              <>
                <code className="font-mono text-foreground">{pattern}</code> is {words}:{" "}
                <code className="font-mono text-foreground">{exampleOf(pattern)}</code>
              </>
            ) : (
              patternProblem(pattern)
            )}
          </li>
        );
      })}
    </ul>
  );
}
