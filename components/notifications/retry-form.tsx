"use client";

import { useActionState } from "react";
import { useTellRetry } from "@/components/notifications/retry-answers";
import { DialogButton } from "@/components/ui/dialog-button";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { retryNotification } from "@/lib/notifications/mail-actions";
import type { MailRow } from "@/lib/notifications/mail-queries";
import { routes } from "@/lib/routes";

type Props = { org: string; mail: MailRow };

/** "Send again" for one mail, or what has to be done first. Where it may have arrived, the person says yes to a second one. */
export function RetryForm({ org, mail }: Props) {
  const tell = useTellRetry();
  const [result, action] = useActionState(async (...args: Parameters<typeof retryNotification>) => {
    const answer = await retryNotification(...args);
    if (answer.ok) tell({ email: mail.email, outcome: answer.data });
    return answer;
  }, null);
  const to = <span className="sr-only">to {mail.email}</span>;
  const hidden = (
    <>
      <OrgField slug={org} />
      <input type="hidden" name="notification_id" value={mail.id} />
    </>
  );
  if (mail.retry === "unchanged") return null;
  if (mail.retry === "address_suppressed") return <span className="text-xs text-muted">Address is held</span>;
  if (mail.retry === "use_invitation")
    return (
      <TextLink href={routes.people(org)} className="text-xs">
        Invite again
      </TextLink>
    );
  return (
    <div className="flex flex-col items-end gap-1 max-lg:items-start">
      {mail.retry === "may_arrive_twice" ? (
        <DialogButton trigger={<>Send again… {to}</>} size="sm" title="Send it anew?">
          <form action={action} className="flex flex-col gap-3">
            {hidden}
            <input type="hidden" name="may_arrive_twice" value="yes" />
            <p className="text-sm text-pretty">
              The mail service gave no clear answer, and that was too long ago for it to recognize a repeat. The mail to{" "}
              <b className="font-medium wrap-anywhere">{mail.email}</b> may have arrived already and would then arrive
              twice.
            </p>
            <SubmitButton pendingLabel="Sending…" className="self-start">
              Send it anew
            </SubmitButton>
          </form>
        </DialogButton>
      ) : (
        <form action={action}>
          {hidden}
          <SubmitButton size="sm" variant="outline" pendingLabel="Sending…">
            {mail.standing === "failed" ? "Try now" : "Send again"} {to}
          </SubmitButton>
        </form>
      )}
      <FormNotice result={result} />
    </div>
  );
}
