/** The database's `member_role`. A member may hold several; nobody decides a request they wrote, whatever they hold. */
export const memberRoles = ["requester", "approver", "fulfillment", "admin"] as const;

export type MemberRole = (typeof memberRoles)[number];

const labels = {
  requester: "Requester",
  approver: "Approver",
  fulfillment: "Fulfillment",
  admin: "Admin",
} satisfies Record<MemberRole, string>;

export function roleLabel(role: MemberRole): string {
  return labels[role];
}
