import type { Database } from "@/lib/supabase/database.types";

/** A member may hold several; nobody decides a request they wrote, whatever they hold. */
export type MemberRole = Database["public"]["Enums"]["member_role"];

/** In the order in which people meet them. */
export const memberRoles = ["requester", "approver", "fulfillment", "admin"] as const satisfies readonly MemberRole[];

const labels = {
  requester: "Requester",
  approver: "Approver",
  fulfillment: "Fulfillment",
  admin: "Admin",
} satisfies Record<MemberRole, string>;

export function roleLabel(role: MemberRole): string {
  return labels[role];
}
