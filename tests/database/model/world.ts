/**
 * What a small organization looks like to the rules of deciding, without a database. People, lines, requests and delegations
 * are named by their places or by the command that made them, so that the same history means the same on both sides.
 */
export type Role = "requester" | "approver" | "admin" | "fulfillment";
export type Person = { roles: Role[]; active: boolean };

/** `named`: places of people; null is any approver. */
export type Step = { named: number[] | null; required: number };

/** Applies to a request in which one change moves a line by so many units. */
export type Rule = { id: string; least: number; steps: Step[] };

export type Change = { line: number; quantity: number };
export type Status = "pending" | "applied" | "rejected" | "returned" | "withdrawn" | "refused" | "expired";
export type Approval = { by: number; for: number | null; step: number };

export type Request = {
  status: Status;
  requestedBy: number;
  round: number;
  changes: Change[];
  /** What each changed line held when the round was sent. */
  before: number[];
  /** Places of changes (from 1) that were left out of an approval of this round. */
  rejected: number[];
  steps: Step[];
  step: number;
  approvals: Approval[];
  assigned: { step: number; to: number }[];
  /** Whether its cut-off has passed. */
  isLate: boolean;
};

export type Delegation = { from: number; to: number; revoked: boolean };

export type World = {
  people: Person[];
  policy: { version: number; rules: Rule[] };
  order: { version: number; isPicked: boolean; isMarked: boolean; quantities: number[] };
  requests: Record<string, Request>;
  delegations: Record<string, Delegation>;
  /** Every write to the order: which request. */
  writes: string[];
};

export const anyone = (required = 1): Step => ({ named: null, required });
export const named = (...people: number[]): Step => ({ named: people, required: 1 });
export const fallback: Rule = { id: "default", least: 0, steps: [anyone()] };

/** Nobody, one, or two roles: enough for every path, few enough to run out of people often. */
export const cast: Person[] = [
  { roles: ["requester"], active: true },
  { roles: ["requester", "approver"], active: true },
  { roles: ["approver"], active: true },
  { roles: ["approver"], active: true },
  { roles: ["requester", "admin"], active: true },
];

export const policies: Rule[][] = [
  [],
  [{ id: "big", least: 8, steps: [named(2, 3), named(1, 2)] }],
  [{ id: "two", least: 0, steps: [{ named: null, required: 2 }] }],
  [
    { id: "one", least: 8, steps: [named(2)] },
    { id: "pair", least: 0, steps: [named(1, 3)] },
  ],
];

export const LINES = 3;
export const FIRST_QUANTITY = 10;

export function newWorld(policyVersion: number): World {
  return {
    people: structuredClone(cast),
    policy: { version: policyVersion, rules: [] },
    order: {
      version: 1,
      isPicked: false,
      isMarked: false,
      quantities: Array.from({ length: LINES }, () => FIRST_QUANTITY),
    },
    requests: {},
    delegations: {},
    writes: [],
  };
}
