import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { HeldAddresses } from "@/components/notifications/held-addresses";
import { MailFilters } from "@/components/notifications/mail-filters";
import { MailPages } from "@/components/notifications/mail-pages";
import { MailTable } from "@/components/notifications/mail-table";
import { RetryAllForm } from "@/components/notifications/retry-all-form";
import { RetryAnswers } from "@/components/notifications/retry-answers";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getMailTrouble, listHeldAddresses, searchMail } from "@/lib/notifications/mail-queries";
import { readMailSearch } from "@/lib/notifications/mail-search";
import { canSendMail } from "@/lib/notifications/mail-transport";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage({ params, searchParams }: PageProps<"/[org]/settings/mail">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const search = readMailSearch(await searchParams);
  const [{ rows, total }, trouble, addresses] = await forPage(
    Promise.all([searchMail(db, org.id, search), getMailTrouble(db, org.id), listHeldAddresses(db, org.id)]),
  );
  return (
    <div className="flex flex-col gap-4">
      {!canSendMail() && (
        <Notice tone="warning" title="No mail leaves this installation">
          Neither Resend nor an SMTP server is configured. Mails are kept and go out once one is: see the environment
          table in the README.
        </Notice>
      )}
      <div className="flex items-start justify-between gap-x-6 gap-y-3 max-md:flex-col">
        <p className="min-w-0 max-w-prose text-sm text-muted text-pretty">
          Every mail, and what became of it. One that fails is tried ten times over some four hours before it is given
          up.
        </p>
        <RetryAllForm org={org.slug} dead={trouble.dead} />
      </div>
      <HeldAddresses org={org.slug} addresses={addresses} timeZone={org.timeZone} />
      <MailFilters org={org.slug} search={search} trouble={trouble} />
      <RetryAnswers>
        <Panel isFlush>
          {rows.length > 0 ? (
            <MailTable org={org.slug} mails={rows} timeZone={org.timeZone} />
          ) : (
            <EmptyState Icon={MailCheck} title="No such mail">
              {search.query || search.view !== "all"
                ? "Nothing matches this state and search."
                : "The first mail is written with the first request."}
            </EmptyState>
          )}
          <MailPages org={org.slug} search={search} shown={rows.length} total={total} />
        </Panel>
      </RetryAnswers>
    </div>
  );
}
