import { z } from "zod";
import { describePolicyProblem } from "@/lib/approvals/describe-policy-problem";
import type { MailContent } from "@/lib/notifications/mail-content";
import { oneLine } from "@/lib/notifications/one-line";
import { routes } from "@/lib/routes";

const schema = z.object({
  organization: z.string(),
  slug: z.string(),
  problems: z.array(z.looseObject({ code: z.string() })),
});

/** Tells admins which approval rules have become short of people. Throws on facts of another shape. */
export function policyProblemMail(frozen: unknown, appUrl: string): MailContent {
  const { organization, slug, problems } = schema.parse(frozen);
  return {
    subject: oneLine(`Approval rules of ${organization} are short of people`),
    heading: "Approval rules are short of people",
    lead: "Somebody left or lost a role. Until the rules are changed or somebody else becomes an approver, every other approver can decide in their place, and after those the admins.",
    columns: { before: "", after: "" },
    noteLabel: "",
    button: "Open the approval rules",
    organization,
    items: [],
    changes: [],
    problems: problems.map((problem) => describePolicyProblem(problem)),
    note: null,
    href: `${appUrl}${routes.approvalRules(slug)}`,
  };
}
