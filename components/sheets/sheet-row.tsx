"use client";

import { useActionState } from "react";
import { LastRunNote } from "@/components/sheets/last-run-note";
import { RemoveSheetForm } from "@/components/sheets/remove-sheet-form";
import { SaveSheetForm } from "@/components/sheets/save-sheet-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { FormNotice } from "@/components/ui/form-notice";
import { Notice } from "@/components/ui/notice";
import { OrgField } from "@/components/ui/org-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";
import { importSheetNow } from "@/lib/sheets/actions";
import { scheduleText } from "@/lib/sheets/describe-schedule";
import type { SavedSheet } from "@/lib/sheets/queries";
import { sheetAddress } from "@/lib/sheets/sheet-link";

type Props = { org: string; timeZone: string; sheet: SavedSheet };

/** One sheet: when it is read, how it went the last time, and what can be done with it. */
export function SheetRow({ org, timeZone, sheet }: Props) {
  const [result, importNow] = useActionState(importSheetNow, null);
  const { id, name, schedule, hour, savedBy, lastRun } = sheet;
  const link = sheetAddress(sheet);
  const answer = result?.ok ? result.data : null;
  return (
    <li className="flex flex-col gap-2 px-4 py-3 text-sm">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">{name}</p>
          <p className="text-xs text-muted">
            Read {scheduleText(schedule, hour)}
            {schedule !== "never" && `, for ${savedBy}`} ·{" "}
            <a href={link} target="_blank" rel="noreferrer" className="underline underline-offset-2">
              Open the sheet<span className="sr-only"> {name}</span>
            </a>
          </p>
          <LastRunNote org={org} run={lastRun} timeZone={timeZone} />
        </div>
        <div className="flex flex-wrap gap-2">
          <form action={importNow}>
            <OrgField slug={org} />
            <input type="hidden" name="sheet_id" value={id} />
            <SubmitButton size="sm" variant="outline" pendingLabel="Reading…">
              Import now<span className="sr-only">: {name}</span>
            </SubmitButton>
          </form>
          <DialogButton
            trigger={
              <>
                Change<span className="sr-only"> {name}</span>
              </>
            }
            size="sm"
            variant="ghost"
            title={`Change ${name}`}
          >
            <div className="flex flex-col gap-6">
              <SaveSheetForm org={org} timeZone={timeZone} sheet={{ id, name, link, schedule, hour }} />
              <RemoveSheetForm org={org} sheetId={id} />
            </div>
          </DialogButton>
        </div>
      </div>
      <FormNotice result={result} />
      {answer && (
        <Notice tone={answer.outcome === "failed" ? "danger" : "info"} isAnnounced>
          {answer.message}{" "}
          {answer.outcome === "failed" && (
            <TextLink href={`${routes.import(org)}?link=${encodeURIComponent(link)}`}>Read it by its link</TextLink>
          )}
        </Notice>
      )}
    </li>
  );
}
