import type { Request, Step, World } from "./world.ts";

const holds = (world: World, person: number, role: "approver" | "admin") => {
  const { active, roles } = world.people[person] as World["people"][number];
  return active && roles.includes(role);
};
const everybody = (world: World) => world.people.map((_, place) => place);

/** The authors of a request, and whoever stands in for one of them. In this world only the requester writes rounds. */
export function barred(world: World, authors: number[]): number[] {
  const standIns = Object.values(world.delegations).filter(({ from, revoked }) => !revoked && authors.includes(from));
  return [...authors, ...standIns.map(({ to }) => to)];
}

export const approvedBy = ({ approvals }: Request) => approvals.map(({ by }) => by);

export function approvalsLeft({ steps, step, approvals }: Pick<Request, "steps" | "step" | "approvals">): number {
  const required = steps.slice(step - 1).reduce((sum, one) => sum + one.required, 0);
  return required - approvals.filter((one) => one.step === step).length;
}

/** Every approval takes one person out of approvers and admins, so counting them is enough. */
export function canBeDecided(world: World, out: number[], left: number): boolean {
  const able = everybody(world).filter(
    (person) => !out.includes(person) && (holds(world, person, "approver") || holds(world, person, "admin")),
  );
  return able.length >= left;
}

export function stepPeople(world: World, step: Step | undefined): number[] {
  if (!step) return [];
  return everybody(world).filter(
    (person) => holds(world, person, "approver") && (step.named?.includes(person) ?? true),
  );
}

/** Who can decide, and for whom they would. */
export function deciders(world: World, request: Request): Map<number, number | null> {
  const { steps, step, approvals, assigned } = request;
  const out = [...barred(world, [request.requestedBy]), ...approvedBy(request)];
  const spokenFor = approvals.map((one) => one.for).filter((one) => one !== null);
  const inside = (person: number) => !out.includes(person);
  const people = stepPeople(world, steps[step - 1]);

  const entitled = new Map<number, number | null>();
  for (const person of people) if (inside(person) && !spokenFor.includes(person)) entitled.set(person, null);
  for (const one of assigned)
    if (one.step === step && inside(one.to) && holds(world, one.to, "approver")) entitled.set(one.to, null);
  // Of several principals the first.
  for (const { from, to, revoked } of Object.values(world.delegations).toSorted((a, b) => a.from - b.from)) {
    const hasSay = people.includes(from) && inside(from) && !spokenFor.includes(from);
    if (!revoked && hasSay && inside(to) && holds(world, to, "approver") && !entitled.has(to)) entitled.set(to, from);
  }

  const next = stepPeople(world, steps[step]).filter(inside);
  const isScarce = steps[step] !== undefined && next.length <= steps[step].required;
  const spared = [...entitled].filter(([person]) => !(isScarce && next.includes(person)));
  if (spared.length > 0) return new Map(spared);
  if (entitled.size > 0) return entitled;

  const able = everybody(world).filter(inside);
  const approvers = able.filter((person) => holds(world, person, "approver"));
  const backups = approvers.length > 0 ? approvers : able.filter((person) => holds(world, person, "admin"));
  return new Map(backups.map((person) => [person, null]));
}

/** What nobody could decide any more goes back. */
export function returnStranded(world: World): void {
  for (const request of Object.values(world.requests)) {
    if (request.status !== "pending") continue;
    const out = [...barred(world, [request.requestedBy]), ...approvedBy(request)];
    if (!canBeDecided(world, out, approvalsLeft(request))) request.status = "returned";
  }
}

/** Whether rules could leave a step without enough different people, whoever asks. */
export function isShort(world: World, steps: Step[]): boolean {
  const groups = steps.map((step) => ({ people: stepPeople(world, step), needed: step.required }));
  if (groups.length > 1) {
    const needed = groups.reduce((sum, group) => sum + group.needed, 0);
    groups.push({ people: [...new Set(groups.flatMap(({ people }) => people))], needed });
  }
  const mayAsk = (person: number) => world.people[person]?.active && world.people[person]?.roles.includes("requester");
  return groups.some(({ people, needed }) => people.length - (people.some(mayAsk) ? 1 : 0) < needed);
}
