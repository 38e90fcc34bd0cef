"use client";

import { useActionState, useState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { saveSheet } from "@/lib/sheets/actions";
import { hourText, scheduleSentence } from "@/lib/sheets/describe-schedule";
import type { SheetSchedule } from "@/lib/sheets/schema";

type Props = {
  org: string;
  timeZone: string;
  /** What is saved so far; without an id it is new. */
  sheet: { id?: string; name: string; link: string; schedule: SheetSchedule; hour: number | null };
};

const schedules = [
  { value: "never", label: "Only when somebody asks" },
  { value: "daily", label: "Every day" },
  { value: "hourly", label: "Every hour" },
] satisfies { value: SheetSchedule; label: string }[];
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour) }));

/** The name of a sheet and when it is read by itself. */
export function SaveSheetForm({ org, timeZone, sheet }: Props) {
  const [result, action] = useActionState(saveSheet, null);
  const [schedule, setSchedule] = useState<SheetSchedule>(sheet.schedule);
  const [hour, setHour] = useState(sheet.hour ?? 6);
  const answer = result?.ok ? result.data : null;
  const errors = result && !result.ok ? result.fields : undefined;
  if (answer?.outcome === "saved") {
    return (
      <Notice tone="success" title={`${answer.name} is saved`} isAnnounced>
        {scheduleSentence(schedule, hour, timeZone)} It is in the list on the import page, to be imported with one
        click.
      </Notice>
    );
  }
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <OrgField slug={org} />
      <input type="hidden" name="sheet_id" value={sheet.id ?? ""} />
      <FormNotice result={result} shownFields={["name", "link"]} />
      {answer?.outcome === "already_saved" && (
        <Notice tone="info" title={`This tab is saved as ${answer.name} already`} isAnnounced>
          Change that one in the list on the import page, or open another tab of the sheet and copy its address.
        </Notice>
      )}
      <TextField
        name="name"
        label="Name"
        idPrefix={sheet.id ?? "new"}
        maxLength={120}
        autoComplete="off"
        isRequired
        defaultValue={sheet.name}
        error={errors?.name}
      />
      <TextField
        name="link"
        label="Link of the tab"
        idPrefix={sheet.id ?? "new"}
        maxLength={2_000}
        autoComplete="off"
        inputMode="url"
        isRequired
        defaultValue={sheet.link}
        error={errors?.link}
      />
      <div className="grid gap-4 sm:grid-cols-[1fr_10rem]">
        <SelectField
          name="schedule"
          label="Read it"
          idPrefix={sheet.id ?? "new"}
          options={schedules}
          defaultValue={schedule}
          onChange={(event) => setSchedule(event.target.value as SheetSchedule)}
        />
        {schedule === "daily" ? (
          <SelectField
            name="hour"
            label="At"
            idPrefix={sheet.id ?? "new"}
            options={hours}
            defaultValue={String(hour)}
            onChange={(event) => setHour(Number(event.target.value))}
          />
        ) : (
          <input type="hidden" name="hour" value={hour} />
        )}
      </div>
      {schedule !== "never" && (
        <p className="text-sm text-muted">
          It is imported in your name when nothing needs a person. With unknown status words, values that cannot be
          taken or orders that would go back a stage, the preview waits and the admins get an e-mail.
        </p>
      )}
      <div>
        <SubmitButton pendingLabel="Saving…">Save the sheet</SubmitButton>
      </div>
    </form>
  );
}
