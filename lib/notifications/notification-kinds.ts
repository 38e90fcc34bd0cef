import type { MemberRole } from "@/lib/auth/roles";
import type { NotificationChoice, Template } from "@/lib/notifications/template";

type Kind = {
  /** In lists of mail and of what one was told. */
  label: string;
  /** When it is told, on the page where a person chooses. */
  when: string;
  /** Whom it can concern; who holds none of these roles is not asked about it. */
  roles: readonly MemberRole[];
  /** What can be chosen; none where the mail is part of getting in and cannot be turned off. */
  choices: readonly NotificationChoice[];
};

const everyChoice = ["at_once", "digest", "none"] as const;

/** What people are told about, in the order of a request's life. */
export const notificationKinds = {
  morning_digest: {
    label: "Morning digest",
    when: "What waits for my decision, most urgent first",
    roles: ["approver", "admin"],
    choices: ["at_once", "none"],
  },
  request_submitted: {
    label: "To decide",
    when: "A request waits for a decision",
    roles: ["approver"],
    choices: everyChoice,
  },
  request_step_approved: {
    label: "Next step",
    when: "A request has passed a step and waits for mine",
    roles: ["approver"],
    choices: everyChoice,
  },
  request_reassigned: {
    label: "Handed over",
    when: "A request is handed to me to decide",
    roles: ["approver"],
    choices: everyChoice,
  },
  request_reminder: {
    label: "Still to decide",
    when: "A request I can decide is due soon",
    roles: ["approver"],
    choices: ["at_once", "none"],
  },
  request_escalated: {
    label: "About to expire",
    when: "A request is about to expire undecided",
    roles: ["approver", "admin"],
    choices: ["at_once", "none"],
  },
  request_comment: {
    label: "Comment",
    when: "Somebody comments on a request of mine, or mentions me",
    roles: ["requester", "approver", "fulfillment", "admin"],
    choices: everyChoice,
  },
  request_applied: {
    label: "Changed",
    when: "A change was approved and is on the order",
    roles: ["requester", "fulfillment"],
    choices: everyChoice,
  },
  request_unacknowledged: {
    label: "Not acknowledged",
    when: "A change is on the order, ships soon, and fulfillment has not said that they saw it",
    roles: ["fulfillment", "approver", "admin"],
    choices: ["at_once", "none"],
  },
  request_rejected: { label: "Rejected", when: "My request was rejected", roles: ["requester"], choices: everyChoice },
  request_returned: {
    label: "Sent back",
    when: "My request was sent back to me",
    roles: ["requester"],
    choices: everyChoice,
  },
  request_refused: {
    label: "No longer possible",
    when: "My request was approved too late: the last check said no",
    roles: ["requester"],
    choices: everyChoice,
  },
  request_expired: {
    label: "Expired",
    when: "My request expired undecided",
    roles: ["requester"],
    choices: everyChoice,
  },
  request_moved: {
    label: "Order moved",
    when: "An import or a mark of the floor changes what a request of mine, or one I can decide, asks about",
    roles: ["requester", "approver"],
    choices: everyChoice,
  },
  delegation: {
    label: "Standing in",
    when: "Somebody is to decide for me, or I for them",
    roles: ["approver"],
    choices: everyChoice,
  },
  approval_policy_problem: {
    label: "Approval rules",
    when: "Approval rules have become short of people",
    roles: ["admin"],
    choices: everyChoice,
  },
  import_needs_you: {
    label: "Import",
    when: "A scheduled import waits for me or has failed",
    roles: ["admin"],
    choices: everyChoice,
  },
  invitation: { label: "Invitation", when: "Somebody invites me", roles: [], choices: [] },
} as const satisfies Record<Template, Kind>;

export const templates = Object.keys(notificationKinds) as Template[];

export function kindOf(template: Template): Kind {
  return notificationKinds[template];
}
