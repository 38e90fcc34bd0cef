import { ArrowUpFromLine, Inbox, ListChecks, type LucideIcon, Package, ScrollText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { type MemberRole, requireMember } from "@/lib/auth/gate";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Home" };

type Step = { title: string; text: string; href: string; Icon: LucideIcon; role?: MemberRole };

export default async function HomePage({ params }: PageProps<"/[org]">) {
  const { member, org } = await requireMember((await params).org);
  const steps = stepsIn(org.slug).filter(({ role }) => !role || member.roles.includes(role));
  return (
    <>
      <PageHeader title={`Good to see you, ${member.name.split(" ")[0]}`} description="Where your work starts today." />
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {steps.map(({ title, text, href, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex h-full gap-3 rounded-xl border border-border bg-surface p-4 hover:border-accent/50"
            >
              <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-soft-foreground" />
              <span>
                <span className="block text-sm font-medium">{title}</span>
                <span className="mt-0.5 block text-sm text-muted">{text}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function stepsIn(org: string): Step[] {
  return [
    {
      title: "Decide requests",
      text: "The oldest and most urgent first, with the difference in line.",
      href: routes.queue(org),
      Icon: ListChecks,
      role: "approver",
    },
    {
      title: "Change an order",
      text: "Find it by number, customer, PO or SKU and see what can still be changed.",
      href: routes.orders(org),
      Icon: Package,
      role: "requester",
    },
    {
      title: "Follow requests",
      text: "What was asked, what became of it, and what was sent back.",
      href: routes.requests(org),
      Icon: Inbox,
    },
    {
      title: "Import open orders",
      text: "The morning's CSV, with a preview before anything is written.",
      href: routes.import(org),
      Icon: ArrowUpFromLine,
      role: "admin",
    },
    {
      title: "Read the audit trail",
      text: "Who did what and when, and whether the chain is whole.",
      href: routes.audit(org),
      Icon: ScrollText,
      role: "admin",
    },
  ];
}
