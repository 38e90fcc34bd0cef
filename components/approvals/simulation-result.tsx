import { ProblemNotice } from "@/components/approvals/problem-notice";
import type { Simulation } from "@/lib/approvals/policy-outcome";

/** What the rules would have done with last month's requests. */
export function SimulationResult({ simulation: { requests, rules, problems } }: { simulation: Simulation }) {
  const names = new Intl.ListFormat("en-GB", { type: "disjunction" });
  return (
    <div role="status" className="flex flex-col gap-2 text-sm">
      <ProblemNotice title="As they stand, they could not be saved" problems={problems} />
      <p className="font-medium">
        {requests === 0 ? "No request was sent in the last 30 days." : `Of ${requests} requests of the last 30 days:`}
      </p>
      <ul className="flex flex-col gap-1">
        {rules.map(({ rule_id, name, requests: count, elsewhere, people }) => (
          <li key={rule_id}>
            <span className="tabular-nums">
              {count} of {requests}
            </span>{" "}
            by “{name || "unnamed"}” to{" "}
            {people.map((step) => names.format(step.slice(0, 6)) || "nobody").join(", then to ")}
            {elsewhere > 0 && <span className="text-muted"> ({elsewhere} fell under another rule then)</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
