"use client";

import { useActionState } from "react";
import { SavedNote } from "@/components/settings/saved-note";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/textarea-field";
import type { Site } from "@/lib/settings/site";
import { addHolidays } from "@/lib/settings/sites-actions";

type Props = { org: string; site: Site };

/** A whole year of holidays can be pasted at once. */
export function HolidayForm({ org, site }: Props) {
  const [result, action] = useActionState(addHolidays, null);
  const refused = result && !result.ok ? result : null;
  const typed = refused?.values?.days;
  const savedDays = result?.ok ? (result.data.days ?? 0) : 0;
  return (
    <form action={action} className="flex flex-col gap-3" noValidate>
      <OrgField slug={org} />
      <input type="hidden" name="code" value={site.code} />
      <TextareaField
        // Empty again after the days were taken.
        key={savedDays}
        name="days"
        idPrefix={site.code}
        label={`Add holidays of ${site.name}`}
        description="One to a line, the day first. Paste as many as you like."
        placeholder={"2026-12-25 Christmas\n2027-01-01 New Year"}
        maxLength={20_000}
        rows={3}
        defaultValue={typeof typed === "string" ? typed : ""}
        error={refused?.fields?.days}
      />
      <FormNotice result={result} shownFields={["days", "code"]} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="outline" pendingLabel="Adding…">
          Add <span className="sr-only">holidays of {site.name}</span>
        </SubmitButton>
        <SavedNote result={result} savedText={`${savedDays} ${savedDays === 1 ? "day" : "days"} added`} />
      </div>
    </form>
  );
}
