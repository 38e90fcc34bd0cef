"use client";

import { Check } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MemberRole } from "@/lib/auth/roles";
import { setNotificationChoices } from "@/lib/notifications/actions";
import { kindOf, templates } from "@/lib/notifications/notification-kinds";
import type { NotificationChoice, Template } from "@/lib/notifications/template";

type Props = {
  org: string;
  roles: readonly MemberRole[];
  choices: Partial<Record<Template, NotificationChoice>>;
  /** "07:00" in the organization's time zone. */
  digestTime: string;
};

const columns = [
  { id: "at_once", label: "At once" },
  { id: "digest", label: "In the morning" },
  { id: "none", label: "Not by mail" },
] as const;

/** What a column of a kind means, null where it has none. The digest itself has no other time than the morning. */
function choiceIn(column: (typeof columns)[number]["id"], template: Template): NotificationChoice | null {
  const choice = template === "morning_digest" && column !== "none" ? otherColumn[column] : column;
  return kindOf(template).choices.includes(choice) ? choice : null;
}

const otherColumn = { at_once: "digest", digest: "at_once" } as const;

/** Per kind of event what also comes by mail. The app tells everything either way. */
export function ChoicesForm({ org, roles, choices, digestTime }: Props) {
  const [result, action] = useActionState(setNotificationChoices, null);
  const offered = templates.filter(
    (template) => kindOf(template).choices.length > 0 && kindOf(template).roles.some((role) => roles.includes(role)),
  );
  return (
    <form
      // A new key shows what was saved, also when it was saved elsewhere.
      key={JSON.stringify(choices)}
      action={action}
      className="flex flex-col gap-4"
    >
      <OrgField slug={org} />
      <p className="max-w-prose text-sm text-muted text-pretty">
        The bell tells you everything, whatever you choose here. What is to come in the morning leaves together at{" "}
        {digestTime}, without what you have read by then.
      </p>
      {offered.length > 0 && (
        <div className="flex flex-col divide-y divide-separator border-y border-separator">
          {offered.map((template) => (
            <Choice key={template} template={template} chosen={choices[template] ?? "at_once"} />
          ))}
        </div>
      )}
      <p className="max-w-prose text-xs text-muted text-pretty">
        Invitations, sign-in links and new passwords always come by mail: without them nobody gets in.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
        {result?.ok && (
          <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
            <Check aria-hidden className="size-3.5" /> Saved
          </p>
        )}
      </div>
      <FormNotice result={result} />
    </form>
  );
}

function Choice({ template, chosen }: { template: Template; chosen: NotificationChoice }) {
  return (
    <fieldset className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-[1fr_auto] md:items-center">
      <legend className="contents">
        <span className="text-sm text-pretty">{kindOf(template).when}</span>
      </legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5 md:grid md:grid-cols-[5.5rem_8rem_7rem]">
        {columns.map(({ id, label }) => {
          const choice = choiceIn(id, template);
          if (!choice) return <span key={id} className="max-md:hidden" />;
          return (
            <label key={id} className="flex items-center gap-2 text-sm">
              <input
                type="radio"
                name={template}
                value={choice}
                defaultChecked={choice === chosen}
                className="size-4 shrink-0 accent-accent"
              />
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
