const labels: Record<string, string> = {
  "request.submitted": "Request sent",
  "request.resubmitted": "Request sent again",
  "request.applied": "Request approved",
  "request.rejected": "Request rejected",
  "request.returned": "Request sent back",
  "request.step_approved": "Step approved",
  "request.reassigned": "Request handed over",
  "request.withdrawn": "Request withdrawn",
  "change.acknowledged": "Change acknowledged",
  "order.changed": "Order changed",
  "order.imported": "Order imported",
  "check.refused": "Attempt blocked",
  "organization.created": "Organization created",
  "organization.changed": "Organization changed",
  "member.roles_changed": "Roles changed",
  "member.deactivated": "Member deactivated",
  "member.reactivated": "Member reactivated",
  "member.left": "Member left",
  "member.renamed": "Member renamed",
  "invitation.sent": "Invitation sent",
  "invitation.resent": "Invitation sent again",
  "invitation.revoked": "Invitation revoked",
  "invitation.accepted": "Invitation accepted",
  "status.mapped": "Status word mapped",
  "reason.saved": "Reason saved",
  "lock_rule.set": "Lock rule set",
  "approval_policy.saved": "Approval rules saved",
  "approval_policy.refused": "Approval rules refused",
  "approver_group.saved": "Approver group saved",
  "approver_group.refused": "Approver group refused",
  "delegation.saved": "Delegation saved",
  "delegation.revoked": "Delegation ended",
  "delegation.refused": "Delegation refused",
  "import.committed": "Import committed",
  "import.discarded": "Import discarded",
  "export.created": "Export created",
};

/** "request.applied" → "Request approved"; an action without words of its own is spelled out. */
export function actionLabel(action: string): string {
  const spelled = action.replaceAll(/[._]/g, " ");
  return labels[action] ?? spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
