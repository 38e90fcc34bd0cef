import { z } from "zod";
import { describePolicyProblem } from "@/lib/approvals/describe-policy-problem";
import { type MailContent, type MailContext, nothingMore } from "@/lib/notifications/mail-content";
import { oneLine } from "@/lib/notifications/one-line";
import { routes } from "@/lib/routes";

const schema = z.object({
  organization: z.string(),
  slug: z.string(),
  problems: z.array(z.looseObject({ code: z.string() })),
});

/** Tells admins which approval rules have become short of people. Throws on facts of another shape. */
export function policyProblemMail(frozen: unknown, { appUrl }: MailContext): MailContent {
  const { organization, slug, problems } = schema.parse(frozen);
  return {
    ...nothingMore,
    organization,
    subject: oneLine(`Approval rules of ${organization} are short of people`),
    heading: "Approval rules are short of people",
    lead: "Somebody left or lost a role. Until the rules are changed or somebody else becomes an approver, every other approver can decide in their place, and after those the admins.",
    problems: problems.map((problem) => describePolicyProblem(problem)),
    link: { label: "Open the approval rules", href: `${appUrl}${routes.approvalRules(slug)}` },
  };
}
