import { randomUUID } from "node:crypto";
import { createPerson, type Person } from "./people.ts";
import { superuser } from "./postgres.ts";

export type Role = "requester" | "approver" | "fulfillment" | "admin";
export type Member = Person & { memberId: string; roles: Role[] };
export type Organization = { id: string; slug: string; name: string } & Record<Role, Member>;

/** The words orders of a test organization come with, and the stage each one means. */
export const statusWords = {
  Draft: "draft",
  "Pending Approval": "pending_approval",
  Open: "open",
  "On Hold": "on_hold",
  Released: "released",
  Picking: "picking",
  Picked: "picked",
  Packed: "packed",
  "Partially Shipped": "partially_shipped",
  Shipped: "shipped",
  Closed: "closed",
  Cancelled: "cancelled",
} as const;

/** A new organization with one person per role, every status word mapped, and the reasons a new organization starts with. */
export async function createOrganization(): Promise<Organization> {
  const name = `Test ${randomUUID().slice(0, 13)}`;
  const admin = await createPerson("Ada Admin");
  const [founded] = await superuser<{ id: string; slug: string }[]>`
    select (f).id, (f).slug
    from private.found_organization(${admin.userId}, ${admin.name}, ${admin.email}, ${name}, 'UTC', 'USD') f`;
  if (!founded) throw new Error("found_organization returned nothing.");
  const { id, slug } = founded;
  await superuser`
    insert into public.status_words (org_id, word_key, word, stage)
    select ${id}, private.fold(word), word, stage::public.order_stage
    from unnest(${Object.keys(statusWords)}::text[], ${Object.values(statusWords)}::text[]) as w(word, stage) on conflict do nothing`;
  const [founder] = await superuser<{ id: string }[]>`select id from public.members where org_id = ${id}`;
  return {
    id,
    slug,
    name,
    admin: { ...admin, memberId: founder?.id ?? "", roles: ["admin"] },
    requester: await addMember(id, ["requester"], "Carl Requester"),
    approver: await addMember(id, ["approver"], "Priya Approver"),
    fulfillment: await addMember(id, ["fulfillment"], "Finn Fulfillment"),
  };
}

/** One more member; pass a person to make somebody a member of a second organization. */
export async function addMember(orgId: string, roles: Role[], who: string | Person = "Max Member"): Promise<Member> {
  const person = typeof who === "string" ? await createPerson(who) : who;
  const [member] = await superuser<{ id: string }[]>`
    insert into public.members (org_id, user_id, name, email, roles)
    values (${orgId}, ${person.userId}, ${person.name}, ${person.email}, ${`{${roles.join(",")}}`}::public.member_role[])
    returning id`;
  return { ...person, memberId: member?.id ?? "", roles };
}

export async function deactivate(member: Member): Promise<void> {
  await superuser`update public.members set active = false, deactivated_at = now() where id = ${member.memberId}`;
}
