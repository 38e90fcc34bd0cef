"use client";

import { useActionState, useEffect, useState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { foundOrganization } from "@/lib/auth/welcome-actions";

type Option = { value: string; label: string };
type Props = { timeZones: readonly Option[]; currencies: readonly Option[] };

/** Four facts, all but the currency and the zone changeable at leisure; the rest of the set-up follows inside. */
export function FoundOrganizationForm({ timeZones, currencies }: Props) {
  const [result, action] = useActionState(foundOrganization, null);
  const refused = result && !result.ok ? result : null;
  const [zone, setZone] = useState("UTC");
  // The server cannot know it; set after the first paint, so that both render the same at first.
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const typed = (name: string) => {
    const value = refused?.values?.[name];
    return typeof value === "string" ? value : undefined;
  };
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <FormNotice result={result} shownFields={["name", "member_name", "time_zone", "currency"]} />
      <TextField
        name="name"
        label="Organization"
        autoComplete="organization"
        maxLength={120}
        isRequired
        defaultValue={typed("name") ?? ""}
        error={refused?.fields?.name}
      />
      <TextField
        name="member_name"
        label="Your name"
        autoComplete="name"
        maxLength={120}
        isRequired
        defaultValue={typed("member_name") ?? ""}
        error={refused?.fields?.member_name}
      />
      <SelectField
        name="time_zone"
        label="Time zone of the warehouse"
        description="Ship dates are days there."
        options={timeZones}
        isRequired
        defaultValue={typed("time_zone") ?? zone}
        error={refused?.fields?.time_zone}
      />
      <SelectField
        name="currency"
        label="Currency"
        options={currencies}
        isRequired
        defaultValue={typed("currency") ?? "USD"}
        error={refused?.fields?.currency}
      />
      <SubmitButton pendingLabel="Setting up…" className="w-full">
        Set up the organization
      </SubmitButton>
    </form>
  );
}
