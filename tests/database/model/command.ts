import fc from "fast-check";
import { type Change, cast, LINES, policies } from "./world.ts";

/**
 * What somebody does. `actor` and other people are places in the cast; `request` and `delegation` choose among those there
 * are at that moment. A new kind of command gets its line here, its case in `predict.ts` and its case in `perform.ts`.
 */
export type Command =
  | { do: "submit"; actor: number; changes: Change[] }
  | { do: "resubmit"; actor: number; request: number; changes: Change[] }
  | { do: "decide"; actor: number; request: number; decision: "approve" | "reject" | "return"; rejected: number[] }
  /** Several requests at once, as the queue does it: one decision each, one after the other. */
  | { do: "bulk"; actor: number; requests: number[]; decision: "approve" | "reject" | "return" }
  | { do: "withdraw"; actor: number; request: number }
  | { do: "reassign"; actor: number; request: number; to: number }
  | { do: "delegate"; actor: number; from: number; to: number }
  | { do: "revoke"; actor: number; delegation: number }
  | { do: "activate"; actor: number; target: number; active: boolean }
  | { do: "giveRole"; actor: number; target: number; isApprover: boolean }
  | { do: "savePolicy"; actor: number; policy: number }
  /** The source says how far the order is, by a file that an admin imports. */
  | { do: "import"; actor: number; isPicked: boolean; line: number; quantity: number }
  /** A request's cut-off passes, and the scheduled route comes by. */
  | { do: "pass"; request: number }
  | { do: "settle"; request: number }
  /** The floor says so here, by its own command. */
  | { do: "mark"; actor: number }
  | { do: "takeBack"; actor: number }
  | { do: "move"; line: number; quantity: number };

/** The same command with everything it has to name, as it was on screen when the commands of its moment began. */
export type Sent = {
  label: string;
  command: Command;
  orderVersion: number;
  quantities: number[];
  policyVersion: number;
  requestLabel: string | null;
  /** What the request asked for then. */
  shown: Change[];
  delegationLabel: string | null;
  /** The label of what the same person sent before it, in the same form. */
  after?: string;
};

const person = fc.nat({ max: cast.length - 1 });
const admin = fc.oneof({ weight: 6, arbitrary: fc.constant(4) }, { weight: 1, arbitrary: person });
const requester = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, 1, 4) }, { weight: 1, arbitrary: person });
const approver = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(1, 2, 3) }, { weight: 1, arbitrary: person });
const which = fc.nat({ max: 3 });
const quantity = fc.constantFrom(5, 12, 20);
const line = fc.nat({ max: LINES - 1 });
const changes = fc.uniqueArray(fc.record({ line, quantity }), {
  minLength: 1,
  maxLength: 3,
  selector: (one) => one.line,
});
const decision = fc.constantFrom(
  "approve" as const,
  "approve" as const,
  "approve" as const,
  "reject" as const,
  "return" as const,
);

const decide = fc
  .record({
    do: fc.constant("decide" as const),
    actor: approver,
    request: which,
    decision,
    rejected: fc.oneof(
      { weight: 4, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }) },
    ),
  })
  .map((one) => (one.decision === "approve" ? one : { ...one, rejected: [] }));

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("submit" as const), actor: requester, changes }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("resubmit" as const), actor: requester, request: which, changes }),
  },
  { weight: 10, arbitrary: decide },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("bulk" as const),
      actor: approver,
      requests: fc.uniqueArray(which, { minLength: 2, maxLength: 3 }),
      decision,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), actor: requester, request: which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("reassign" as const), actor: approver, request: which, to: person }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("delegate" as const), actor: approver, from: approver, to: approver }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("revoke" as const), actor: approver, delegation: which }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("activate" as const), actor: admin, target: person, active: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("giveRole" as const),
      actor: admin,
      target: person,
      isApprover: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("savePolicy" as const),
      actor: admin,
      policy: fc.nat({ max: policies.length - 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("import" as const),
      actor: admin,
      isPicked: fc.boolean(),
      line,
      quantity,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pass" as const), request: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("settle" as const), request: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("mark" as const), actor: admin }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("takeBack" as const), actor: admin }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move" as const), line, quantity }) },
);

/** A history: moments, each with one to three commands that are sent at once. It starts with rules and a request. */
export const history: fc.Arbitrary<Command[][]> = fc
  .tuple(
    fc.nat({ max: policies.length - 1 }),
    fc.record({ do: fc.constant("submit" as const), actor: requester, changes }),
    fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([policy, first, rest]) => [[{ do: "savePolicy" as const, actor: 4, policy }], [first], ...rest]);
