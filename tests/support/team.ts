import { addMember, createOrganization, deactivate, type Member, type Organization } from "./organization.ts";

export type Team = Organization & {
  secondRequester: Member;
  secondApprover: Member;
  /** Held every role, and was deactivated. */
  deactivated: Member;
  /** Holds every role in an organization of their own, and none here. */
  stranger: Member;
  strangers: Organization;
};

/** An organization with everybody a test of rights needs: two of the roles that act on each other, and two who may nothing. */
export async function createTeam(): Promise<Team> {
  const [organization, strangers] = await Promise.all([createOrganization(), createOrganization()]);
  const roles = ["requester", "approver", "fulfillment", "admin"] as const;
  const [secondRequester, secondApprover, deactivated, stranger] = await Promise.all([
    addMember(organization.id, ["requester"], "Rita Requester"),
    addMember(organization.id, ["approver"], "Axel Approver"),
    addMember(organization.id, [...roles], "Dora Departed"),
    addMember(strangers.id, [...roles], "Sigrid Stranger"),
  ]);
  await deactivate(deactivated);
  return { ...organization, secondRequester, secondApprover, deactivated, stranger, strangers };
}
