import "server-only";
import type { MemberRole } from "@/lib/auth/roles";
import { listInvitations } from "@/lib/settings/invitation-queries";
import { listPeople, listStatusWords } from "@/lib/settings/queries";
import type { Db } from "@/lib/supabase/server";

/** What only an admin can put right. */
export type Upkeep = {
  /** Words without a stage, and the orders they keep locked. */
  unmappedWords: string[];
  lockedOrders: number;
  /** Roles that nobody holds: their work would wait for ever. */
  emptyRoles: MemberRole[];
  /** Nobody can decide what the only approver asks for. */
  isOneApproverAlone: boolean;
  expiredInvitations: string[];
};

const needed = ["requester", "approver", "fulfillment"] as const satisfies readonly MemberRole[];

export async function getUpkeep(db: Db, orgId: string): Promise<Upkeep> {
  const [words, people, invitations] = await Promise.all([
    listStatusWords(db, orgId),
    listPeople(db, orgId),
    listInvitations(db, orgId),
  ]);
  const unmapped = words.filter(({ stage, orders }) => stage === "unknown" && orders > 0);
  const holders = (role: MemberRole) => people.filter(({ active, roles }) => active && roles.includes(role));
  const [only, ...others] = holders("approver");
  return {
    unmappedWords: unmapped.map(({ word }) => word),
    lockedOrders: unmapped.reduce((sum, { orders }) => sum + orders, 0),
    emptyRoles: needed.filter((role) => holders(role).length === 0),
    isOneApproverAlone: others.length === 0 && (only?.roles.includes("requester") ?? false),
    expiredInvitations: invitations.filter(({ isExpired }) => isExpired).map(({ email }) => email),
  };
}
