"use client";

import { useActionState } from "react";
import { SavedNote } from "@/components/settings/saved-note";
import { SiteFields } from "@/components/settings/site-fields";
import { typedSite } from "@/components/settings/typed-site";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Site } from "@/lib/settings/site";
import { removeSite, saveSite } from "@/lib/settings/sites-actions";

type Props = {
  org: string;
  site: Site;
  timeZones: readonly { value: string; label: string }[];
  /** A site that isn't saved yet has a code to be typed. */
  isNew?: boolean;
};

const shownFields = ["code", "name", "time_zone", "ship_cutoff", "work_days"];

export function SiteForm({ org, site, timeZones, isNew = false }: Props) {
  const [result, action] = useActionState(saveSite, null);
  const [removed, remove] = useActionState(removeSite, null);
  const refused = result && !result.ok ? result : null;
  const shown = typedSite(site, refused?.values);
  const idPrefix = isNew ? "new" : site.code;
  return (
    <div className="flex flex-col gap-4">
      <form action={action} className="flex flex-col gap-4" noValidate>
        <OrgField slug={org} />
        {isNew ? (
          <TextField
            name="code"
            label="What your files call it"
            description="The word in the warehouse column. Orders that name no site, or an unknown one, count as the default site's."
            idPrefix={idPrefix}
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
        <SiteFields site={shown} timeZones={timeZones} errors={refused?.fields} idPrefix={idPrefix} />
        {site.is_default ? (
          <input type="hidden" name="is_default" value="true" />
        ) : (
          <CheckboxField
            name="is_default"
            label="The default site"
            description="Where an order ships from when its file doesn't say. Its clock is the one every page shows times by."
          />
        )}
        <FormNotice result={result} shownFields={shownFields} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton variant={isNew ? "primary" : "outline"} pendingLabel="Saving…">
            {isNew ? "Add the site" : "Save"}
            {!isNew && <span className="sr-only"> {site.name}</span>}
          </SubmitButton>
          <SavedNote result={result} />
        </div>
      </form>
      {!isNew && !site.is_default && (
        <form action={remove} className="flex flex-wrap items-center gap-3">
          <OrgField slug={org} />
          <input type="hidden" name="code" value={site.code} />
          <SubmitButton size="sm" variant="ghost" pendingLabel="Removing…">
            Remove <span className="sr-only">{site.name}</span>
          </SubmitButton>
          <p className="text-xs text-muted">Its orders then count as the default site&apos;s.</p>
          <FormNotice result={removed} />
        </form>
      )}
    </div>
  );
}
