"use client";

import { SaveSheetForm } from "@/components/sheets/save-sheet-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { Notice } from "@/components/ui/notice";

type Props = { org: string; timeZone: string; name: string; link: string };

/** What was read came from a sheet: it can be read again by a click, or by itself. */
export function SaveSheetNotice({ org, timeZone, name, link }: Props) {
  return (
    <Notice
      title="This came from a Google Sheet"
      className="mb-4"
      actions={
        <DialogButton trigger="Save the sheet" size="sm" title="Save this sheet">
          <SaveSheetForm
            org={org}
            timeZone={timeZone}
            sheet={{ name: name.replace(/\.csv$/i, "").slice(0, 120), link, schedule: "never", hour: null }}
          />
        </DialogButton>
      }
    >
      Save it to import it again with one click, or every day by itself. Go on here meanwhile: nothing is lost.
    </Notice>
  );
}
