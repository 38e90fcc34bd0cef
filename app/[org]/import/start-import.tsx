"use client";

import { useState } from "react";
import { NewImport } from "@/components/imports/new-import";
import { SaveSheetNotice } from "@/components/sheets/save-sheet-notice";
import { SheetLinkForm } from "@/components/sheets/sheet-link-form";
import type { LearnedReading } from "@/lib/imports/learned-reading";

type Props = { org: string; timeZone: string; learned: LearnedReading[]; link?: string };

/** A file or a Google Sheet: from there on both go the same way. */
export function StartImport({ org, timeZone, learned, link }: Props) {
  const [sheet, setSheet] = useState<{ file: File; link: string } | null>(null);
  return (
    <NewImport
      org={org}
      timeZone={timeZone}
      learned={learned}
      aboutFiles={([file]) =>
        sheet !== null &&
        sheet.file === file && (
          <SaveSheetNotice org={org} timeZone={timeZone} name={sheet.file.name} link={sheet.link} />
        )
      }
      otherWay={(read) => (
        <SheetLinkForm
          org={org}
          initialLink={sheet?.link ?? link}
          onFile={(file, from) => {
            setSheet({ file, link: from });
            read([file]);
          }}
        />
      )}
    />
  );
}
