import { delegationMail } from "@/lib/notifications/delegation-mail";
import { importMail } from "@/lib/notifications/import-mail";
import { invitationMail } from "@/lib/notifications/invitation-mail";
import type { MailContent, MailContext } from "@/lib/notifications/mail-content";
import { morningDigestMail } from "@/lib/notifications/morning-digest-mail";
import { policyProblemMail } from "@/lib/notifications/policy-problem-mail";
import { requestMail } from "@/lib/notifications/request-mail";
import type { Template } from "@/lib/notifications/template";

type Writer = (facts: unknown, context: MailContext) => MailContent;

/**
 * Who writes what. To add a template: its value in the database's `notification_template`, its line in
 * notification-kinds.ts, and a writer here. About a request, that is a case in request-words.ts and
 * `requestMail("request_…")`; with facts of its own, a file `<template>-mail.ts` with a zod schema of those facts and a
 * function from them to a MailContent. Mail, bell and digest have it then.
 */
const writers = {
  morning_digest: (facts, context) => morningDigestMail(facts, context, writeMail),
  request_submitted: requestMail("request_submitted"),
  request_step_approved: requestMail("request_step_approved"),
  request_reassigned: requestMail("request_reassigned"),
  request_reminder: requestMail("request_reminder"),
  request_escalated: requestMail("request_escalated"),
  request_comment: requestMail("request_comment"),
  request_applied: requestMail("request_applied"),
  request_unacknowledged: requestMail("request_unacknowledged"),
  request_rejected: requestMail("request_rejected"),
  request_returned: requestMail("request_returned"),
  request_refused: requestMail("request_refused"),
  request_expired: requestMail("request_expired"),
  request_moved: requestMail("request_moved"),
  delegation: delegationMail,
  approval_policy_problem: policyProblemMail,
  import_needs_you: importMail,
  invitation: invitationMail,
} satisfies Record<Template, Writer>;

/**
 * What a notification says. Made from frozen facts only, so that every attempt renders the same bytes (a provider refuses
 * an idempotency key that comes back with other contents) and the app shows later what was true then. Throws on facts of
 * another shape.
 */
export function writeMail(template: Template, facts: unknown, context: MailContext): MailContent {
  return writers[template](facts, context);
}
