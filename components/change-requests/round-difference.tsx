import type { RoundStep } from "@/lib/change-requests/compare-rounds";

type Props = { next: number; steps: readonly RoundStep[] };

/** What the round after it asks for instead. */
export function RoundDifference({ next, steps }: Props) {
  if (steps.length === 0) return <p className="text-muted">Round {next} asks for the same.</p>;
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">Different in round {next}</p>
      <ul className="flex flex-col gap-0.5 text-pretty">
        {steps.map(({ how, subject, was, becomes }) => (
          <li key={`${how} ${subject} ${becomes || was}`} className="wrap-anywhere">
            <span className="text-muted">{subject}: </span>
            {how === "dropped" && (
              <>
                no longer <del className="text-muted">{was}</del>
              </>
            )}
            {how === "added" && `new, ${becomes}`}
            {how === "altered" && (
              <>
                <del className="text-muted">{was}</del>, now {becomes}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
