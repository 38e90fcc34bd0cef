import { ChangeList } from "@/components/change-requests/change-list";
import { RoundDifference } from "@/components/change-requests/round-difference";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { compareRounds } from "@/lib/change-requests/compare-rounds";
import type { RequestRound, RoundDecision } from "@/lib/change-requests/request-round";
import { formatTimestamp } from "@/lib/dates";

type Props = {
  rounds: readonly RequestRound[];
  /** What is asked for now. */
  current: readonly ChangeView[];
  currency: string;
  timeZone: string;
};

const verbs = { approve: "approved it", reject: "rejected it", return: "sent it back" } satisfies Record<
  RoundDecision["decision"],
  string
>;

/** What was asked for before it was sent again, with the note it came back with and what became different then. */
export function EarlierRounds({ rounds, current, currency, timeZone }: Props) {
  const after = (round: number) => rounds.find((other) => other.round === round + 1)?.changes ?? current;
  return (
    <div className="divide-y divide-separator">
      {rounds.map(({ round, reason, submittedAt, changes, decision }) => (
        <details key={round} className="group px-4 py-3 text-sm">
          <summary className="cursor-pointer font-medium">
            Round {round}
            {decision && (
              <span className="font-normal text-muted">
                {" "}
                · {decision.decidedBy} {verbs[decision.decision]}
              </span>
            )}
          </summary>
          <div className="mt-2 flex flex-col gap-2 pl-4">
            <p className="text-xs text-muted">Sent {formatTimestamp(submittedAt, timeZone)}</p>
            <ChangeList changes={changes} currency={currency} />
            <p className="whitespace-pre-line break-words">{reason}</p>
            <RoundDifference next={round + 1} steps={compareRounds(changes, after(round), currency)} />
            {decision?.note && (
              <blockquote className="border-l-2 border-warning pl-3 whitespace-pre-line break-words">
                {decision.note}
                <footer className="mt-0.5 text-xs text-muted">
                  {decision.decidedBy}, {formatTimestamp(decision.decidedAt, timeZone)}
                </footer>
              </blockquote>
            )}
          </div>
        </details>
      ))}
    </div>
  );
}
