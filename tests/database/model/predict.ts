import type { Command, Sent } from "./command.ts";
import { approvalsLeft, approvedBy, barred, canBeDecided, deciders, isShort, returnStranded } from "./deciders.ts";
import { type Change, fallback, policies, type Request, type Role, type World } from "./world.ts";

type Of<Kind extends Command["do"]> = Sent & { command: Extract<Command, { do: Kind }> };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What the command answers, and what becomes of the world, which it changes in place. */
export function predict(world: World, sent: Sent): string {
  const { command } = sent;
  switch (command.do) {
    case "submit":
    case "resubmit":
      return send(world, sent as Of<"submit" | "resubmit">);
    case "decide":
      return decide(world, sent as Of<"decide">);
    case "withdraw":
      return withdraw(world, sent as Of<"withdraw">);
    case "reassign":
      return reassign(world, sent as Of<"reassign">);
    case "delegate":
      return delegate(world, sent as Of<"delegate">);
    case "revoke":
      return revoke(world, sent as Of<"revoke">);
    case "activate":
    case "giveRole":
      return changeMember(world, sent as Of<"activate" | "giveRole">);
    case "savePolicy":
      return savePolicy(world, sent as Of<"savePolicy">);
    case "bulk":
      throw new Error("A bulk decision is predicted request by request.");
    case "import":
      return importFile(world, sent as Of<"import">);
    case "pass":
      requestOf(world, sent).isLate ||= requestOf(world, sent).status === "pending";
      return "done";
    case "settle":
      return settle(world, requestOf(world, sent));
    case "mark":
    case "takeBack":
      return mark(world, sent as Of<"mark" | "takeBack">);
    case "move":
      world.order.quantities[command.line] = command.quantity;
      world.order.version += 1;
      return "done";
  }
}

/** Null: they may. */
function gate(world: World, actor: number, ...roles: Role[]): string | null {
  const person = world.people[actor];
  if (!person?.active) return "not_found";
  return roles.length === 0 || roles.some((role) => person.roles.includes(role)) ? null : "role_required";
}

const isLocked = ({ order }: World) => order.isPicked || order.isMarked;

const requestOf = (world: World, sent: Sent) => world.requests[sent.requestLabel ?? ""] as Request;

function send(world: World, sent: Of<"submit" | "resubmit">): string {
  const { actor, changes } = sent.command;
  const closed = gate(world, actor, "requester");
  if (closed) return closed;
  const earlier = sent.command.do === "resubmit" ? requestOf(world, sent) : null;
  if (earlier && earlier.requestedBy !== actor) return "not_your_request";
  if (earlier && earlier.status !== "returned") return "already_decided";

  const file = (status: "pending" | "refused", steps = fallback.steps) => {
    world.requests[sent.requestLabel ?? sent.label] = {
      status,
      requestedBy: actor,
      round: (earlier?.round ?? 0) + 1,
      changes,
      before: changes.map(({ line }) => world.order.quantities[line] ?? 0),
      rejected: [],
      steps,
      step: 1,
      approvals: [],
      assigned: [],
      isLate: false,
    };
    return status === "pending" ? "submitted" : "refused";
  };
  if (isLocked(world)) return file("refused");
  if (sent.orderVersion !== world.order.version) return "stale";
  if (changes.some(({ line, quantity }) => world.order.quantities[line] === quantity)) return "unchanged";
  const open = Object.values(world.requests).filter(({ status }) => status === "pending");
  if (open.some((other) => same(other.changes, changes))) return "duplicate";
  const held = open.flatMap((other) => other.changes.filter((_, index) => !other.rejected.includes(index + 1)));
  if (held.some((one) => changes.some(({ line }) => line === one.line))) return "overlap";
  const { steps } = ruleFor(world, changes);
  const isPossible = canBeDecided(world, barred(world, [actor]), approvalsLeft({ steps, step: 1, approvals: [] }));
  return file(isPossible ? "pending" : "refused", steps);
}

function ruleFor(world: World, changes: Change[]) {
  const moved = Math.max(
    ...changes.map(({ line, quantity }) => Math.abs(quantity - (world.order.quantities[line] ?? 0))),
  );
  return world.policy.rules.find(({ least }) => moved >= least) ?? fallback;
}

function decide(world: World, sent: Of<"decide">): string {
  const { actor, decision, rejected } = sent.command;
  const request = requestOf(world, sent);
  const closed = gate(world, actor, "approver", "admin") ?? barrier(world, actor, request);
  if (closed) return closed;
  if (request.status !== "pending" || approvedBy(request).includes(actor)) return "already_decided";
  const right = deciders(world, request);
  if (!right.has(actor)) return uninvited(world, actor);
  if (request.isLate) {
    request.status = "expired";
    return "expired";
  }
  if (!same(sent.shown, request.changes)) return "stale";
  if (rejected.some((place) => place > request.changes.length)) return "unknown_change";
  const out = [...new Set([...request.rejected, ...rejected])];
  const rest = request.changes
    .map((change, index) => ({ change, index }))
    .filter(({ index }) => !out.includes(index + 1));
  if (rest.length === 0) return "nothing_approved";
  const hasMoved = rest.some(({ change, index }) => world.order.quantities[change.line] !== request.before[index]);
  if ((decision === "approve" && hasMoved) || sent.orderVersion !== world.order.version)
    return hasMoved ? "conflict" : "stale";
  if (decision !== "approve") {
    request.status = decision === "reject" ? "rejected" : "returned";
    return request.status;
  }
  if (isLocked(world)) {
    request.status = "refused";
    return "refused";
  }
  request.rejected = out.sort();
  const left = approvalsLeft(request);
  request.approvals.push({ by: actor, for: right.get(actor) ?? null, step: request.step });
  if (left > 1) {
    const inStep = request.approvals.filter(({ step }) => step === request.step).length;
    if (inStep >= (request.steps[request.step - 1]?.required ?? 1)) request.step += 1;
    return "step_approved";
  }
  for (const { change } of rest) world.order.quantities[change.line] = change.quantity;
  world.order.version += 1;
  request.status = "applied";
  world.writes.push(sent.requestLabel ?? "");
  return "applied";
}

function barrier(world: World, actor: number, { requestedBy }: Request): string | null {
  if (actor === requestedBy) return "own_request";
  return barred(world, [requestedBy]).includes(actor) ? "stands_for_author" : null;
}

function uninvited(world: World, actor: number): string {
  return world.people[actor]?.roles.includes("approver") ? "not_your_decision" : "role_required";
}

function withdraw(world: World, sent: Of<"withdraw">): string {
  const request = requestOf(world, sent);
  const closed = gate(world, sent.command.actor, "requester");
  if (closed) return closed;
  if (request.requestedBy !== sent.command.actor) return "not_your_request";
  if (request.status !== "pending" && request.status !== "returned") return "already_decided";
  request.status = "withdrawn";
  return "withdrawn";
}

function reassign(world: World, sent: Of<"reassign">): string {
  const { actor, to } = sent.command;
  const request = requestOf(world, sent);
  const closed = gate(world, actor, "approver", "admin");
  if (closed) return closed;
  if (request.status !== "pending") return "already_decided";
  const own = barrier(world, actor, request);
  if (own) return own;
  const isAdmin = world.people[actor]?.roles.includes("admin");
  if (!isAdmin && !deciders(world, request).has(actor)) return uninvited(world, actor);
  const out = [...barred(world, [request.requestedBy]), ...approvedBy(request)];
  if (gate(world, to, "approver") !== null || out.includes(to)) return "refused";
  request.assigned.push({ step: request.step, to });
  return "reassigned";
}

function delegate(world: World, sent: Of<"delegate">): string {
  const { actor, from, to } = sent.command;
  const closed = gate(world, actor, "approver", "admin");
  if (closed) return closed;
  if (from !== actor && !world.people[actor]?.roles.includes("admin")) return "not_your_delegation";
  if (from === to) return "invalid_delegate";
  if (gate(world, from, "approver") !== null || gate(world, to, "approver") !== null) return "refused";
  const isLast = Object.values(world.requests).some((request) => {
    if (request.status !== "pending" || request.requestedBy !== from) return false;
    return !canBeDecided(world, [...barred(world, [from]), ...approvedBy(request), to], approvalsLeft(request));
  });
  if (isLast) return "refused";
  world.delegations[sent.label] = { from, to, revoked: false };
  return "saved";
}

function revoke(world: World, sent: Of<"revoke">): string {
  const { actor } = sent.command;
  const delegation = world.delegations[sent.delegationLabel ?? ""];
  const closed = gate(world, actor, "approver", "admin");
  if (closed) return closed;
  if (!delegation) return "not_found";
  if (delegation.from !== actor && !world.people[actor]?.roles.includes("admin")) return "not_your_delegation";
  if (delegation.revoked) return "unchanged";
  delegation.revoked = true;
  return "revoked";
}

function changeMember(world: World, sent: Of<"activate" | "giveRole">): string {
  const { command } = sent;
  const closed = gate(world, command.actor, "admin");
  if (closed) return closed;
  const target = world.people[command.target];
  if (!target) return "not_found";
  if (command.do === "giveRole") {
    target.roles = rolesWith(target.roles, command.isApprover);
  } else {
    if (target.active === command.active) return "unchanged";
    const admins = world.people.filter(({ active, roles }) => active && roles.includes("admin"));
    if (!command.active && target.roles.includes("admin") && admins.length === 1) return "last_admin";
    target.active = command.active;
  }
  returnStranded(world);
  return "changed";
}

/** What a file says counts, but for what it cannot know: quantities that were approved and never exported. */
function importFile(world: World, { command, quantities }: Of<"import">): string {
  const closed = gate(world, command.actor, "admin");
  if (closed) return closed;
  const { order } = world;
  const approved = new Set(
    world.writes.flatMap((label) => {
      const { changes, rejected } = world.requests[label] as Request;
      return changes.filter((_, index) => !rejected.includes(index + 1)).map(({ line }) => line);
    }),
  );
  const told = quantities.with(command.line, command.quantity);
  const said = {
    isPicked: command.isPicked,
    quantities: told.map((quantity, line) => (approved.has(line) ? (order.quantities[line] ?? 0) : quantity)),
  };
  if (!same(said, { isPicked: order.isPicked, quantities: order.quantities })) order.version += 1;
  Object.assign(order, said);
  return "committed";
}

function settle(world: World, request: Request): string {
  if (request.status !== "pending" || !(request.isLate || isLocked(world))) return "nothing";
  request.status = "expired";
  return "expired";
}

/** What waits for a decision and cannot be written any more ends with the mark that says so. */
function mark(world: World, sent: Of<"mark" | "takeBack">): string {
  const closed = gate(world, sent.command.actor, "fulfillment", "admin");
  if (closed) return closed;
  const { order } = world;
  if (sent.command.do === "takeBack") {
    if (!order.isMarked) return "nothing_to_take_back";
    order.isMarked = false;
    order.version += 1;
    return "taken_back";
  }
  if (isLocked(world)) return "already";
  order.isMarked = true;
  order.version += 1;
  for (const request of Object.values(world.requests)) if (request.status === "pending") request.status = "expired";
  return "marked";
}

/** Everybody keeps at least one role. */
export function rolesWith(roles: Role[], isApprover: boolean): Role[] {
  const others = roles.filter((role) => role !== "approver" && role !== "fulfillment");
  if (isApprover) return [...others, "approver"];
  return others.length > 0 ? others : ["fulfillment"];
}

function savePolicy(world: World, sent: Of<"savePolicy">): string {
  const closed = gate(world, sent.command.actor, "admin");
  if (closed) return closed;
  const rules = policies[sent.command.policy] ?? [];
  if (sent.policyVersion !== world.policy.version) return "stale";
  if (rules.some(({ steps }) => isShort(world, steps))) return "refused";
  if (same(rules, world.policy.rules)) return "unchanged";
  world.policy = { version: world.policy.version + 1, rules };
  return "saved";
}
