import type { PolicyProblem } from "@/lib/approvals/policy-rule";

/** The answers of `save_approval_policy`. Stale: somebody saved a newer version meanwhile. */
export type SavePolicyOutcome = {
  outcome: "saved" | "unchanged" | "stale" | "refused";
  version: number;
  problems: PolicyProblem[];
};

export type SaveGroupOutcome =
  | { outcome: "saved"; group_id: string; problems: PolicyProblem[] }
  | { outcome: "refused"; problems: PolicyProblem[] };

export type SaveDelegationOutcome =
  | { outcome: "saved"; delegation_id: string; starts_at: string; ends_at: string; problems: PolicyProblem[] }
  | { outcome: "refused"; problems: PolicyProblem[] };

export type RevokeDelegationOutcome = { outcome: "revoked" | "unchanged"; delegation_id: string };

/** What rules would have done with the requests since a moment: "14 of 212 to Ann or Bo". */
export type Simulation = {
  /** All requests that were tried, each with its last round. */
  requests: number;
  /** ISO timestamp. */
  since: string;
  rules: {
    rule_id: string;
    name: string;
    requests: number;
    /** How many of them a different rule took when they were sent. */
    elsewhere: number;
    /** References of the latest few. */
    examples: string[];
    /** Per step the names of everybody who could approve it today. */
    people: string[][];
  }[];
  problems: PolicyProblem[];
};
