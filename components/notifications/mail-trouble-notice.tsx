import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatTimestamp } from "@/lib/dates";
import type { MailTrouble } from "@/lib/notifications/mail-queries";
import { routes } from "@/lib/routes";

type Props = { org: string; trouble: MailTrouble; timeZone: string };

/** On every page of an admin while mail has been failing for five minutes: what is wrong, and that nothing is lost. */
export function MailTroubleNotice({ org, trouble, timeZone }: Props) {
  const { failingSince, waiting, dead, lastError } = trouble;
  if (!failingSince) return null;
  const left = waiting + dead;
  return (
    <section aria-label="Mail is failing" data-print="hide" className="mb-5">
      <Notice
        tone="danger"
        title={`No mail has left since ${formatTimestamp(failingSince, timeZone).slice(-5)}`}
        actions={
          <ButtonLink href={`${routes.mail(org)}?view=${waiting > 0 ? "waiting" : "dead"}`} size="sm">
            Look at the mail
          </ButtonLink>
        }
      >
        <p>
          It began <RelativeTime at={failingSince} timeZone={timeZone} />.{" "}
          {left === 1 ? "One mail waits" : `${left.toLocaleString("en-US")} mails wait`}, none is lost, and decisions
          are not affected.
        </p>
        {lastError && <p className="mt-1 font-mono text-xs text-muted wrap-anywhere">{lastError}</p>}
      </Notice>
    </section>
  );
}
