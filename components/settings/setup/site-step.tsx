"use client";

import { useActionState } from "react";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import { SiteFields } from "@/components/settings/site-fields";
import { typedSite } from "@/components/settings/typed-site";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextareaField } from "@/components/ui/textarea-field";
import { answerSite } from "@/lib/settings/setup/actions";
import type { SiteWithHolidays } from "@/lib/settings/site";

type Props = {
  org: string;
  site: SiteWithHolidays;
  isNew: boolean;
  timeZones: readonly { value: string; label: string }[];
};

export function SiteStep({ org, site, isNew, timeZones }: Props) {
  const [result, action] = useActionState(answerSite, null);
  const refused = result && !result.ok ? result : null;
  const shown = typedSite(site, refused?.values);
  const typedDays = refused?.values?.holidays;
  const days = site.holidays.map(({ day, name }) => `${day} ${name}`.trim()).join("\n");
  return (
    <StepForm
      org={org}
      action={action}
      result={result}
      shownFields={["code", "name", "time_zone", "ship_cutoff", "work_days", "holidays"]}
    >
      {isNew ? (
        <TextField
          name="code"
          label="What your files call it"
          description="The word in the warehouse column. Orders that name no site, or an unknown one, count as the default site's."
          maxLength={60}
          autoComplete="off"
          isRequired
          defaultValue={shown.code}
          error={refused?.fields?.code}
          className="max-w-md"
        />
      ) : (
        <input type="hidden" name="code" value={site.code} />
      )}
      <SiteFields site={shown} timeZones={timeZones} errors={refused?.fields} idPrefix="site" />
      {site.is_default ? (
        <input type="hidden" name="is_default" value="true" />
      ) : (
        <CheckboxField
          name="is_default"
          label="The default site"
          description="Where an order ships from when its file doesn't say."
        />
      )}
      <TextareaField
        name="holidays"
        label="Holidays"
        description="Days on which nothing leaves, one to a line. Paste the whole year."
        placeholder={"2026-12-25 Christmas\n2027-01-01 New Year"}
        maxLength={40_000}
        rows={4}
        defaultValue={typeof typedDays === "string" ? typedDays : days}
        error={refused?.fields?.holidays}
      />
      <StepBar org={org} step="sites">
        <SubmitButton variant="outline" name="intent" value="another" pendingLabel="Keeping…">
          Keep, and add another site
        </SubmitButton>
      </StepBar>
    </StepForm>
  );
}
