import { CircleAlert, Inbox } from "lucide-react";
import type { Refusal } from "@/components/change-requests/change-form/form-state";
import type { Hold } from "@/components/change-requests/change-form/line-controls";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";

type Props = {
  org: string;
  /** Names the sentences about a row's fields, for `aria-describedby`. */
  id: string;
  problems: readonly string[];
  refusals: readonly Refusal[];
  holds: readonly Hold[];
};

/** What is to be said about a row: what is wrong as typed, what the last send was refused for, who already asks for it. */
export function RowNotes({ org, id, problems, refusals, holds }: Props) {
  return (
    <div id={id} className="flex flex-col gap-1 text-xs empty:hidden">
      {problems.map((sentence) => (
        <p key={sentence} className="flex items-start gap-1.5 text-danger-soft-foreground">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {sentence}
        </p>
      ))}
      {refusals.map(({ sentence, reference }) => (
        <p key={sentence} className="flex items-start gap-1.5 font-medium text-danger-soft-foreground">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          <span>
            {sentence} {reference && <TextLink href={routes.request(org, reference)}>Open {reference}</TextLink>}
          </span>
        </p>
      ))}
      {holds.map(({ reference, requester, ago }) => (
        <p key={reference} className="flex items-start gap-1.5">
          <Inbox aria-hidden className="mt-0.5 size-3 shrink-0 text-accent-soft-foreground" />
          <span>
            {requester} already asked for a change here {ago} ·{" "}
            <TextLink href={routes.request(org, reference)}>{reference}</TextLink>
          </span>
        </p>
      ))}
    </div>
  );
}
