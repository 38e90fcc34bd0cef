"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ColumnStep } from "@/components/imports/column-step";
import { DropZone } from "@/components/imports/drop-zone";
import { FileRefused } from "@/components/imports/file-refused";
import { ImportSteps } from "@/components/imports/import-steps";
import { ReadingProgress } from "@/components/imports/reading-progress";
import { SampleFiles } from "@/components/imports/sample-files";
import { UploadProgress } from "@/components/imports/upload-progress";
import { useFileReader } from "@/components/imports/use-file-reader";
import { useRowUpload } from "@/components/imports/use-row-upload";
import type { LearnedReading } from "@/lib/imports/learned-reading";

type Props = {
  org: string;
  timeZone: string;
  /** How files were read before, the most recent first. */
  learned: LearnedReading[];
  /** Another way to a file than choosing one; it hands over what it got. */
  otherWay?: (read: (files: File[]) => void) => ReactNode;
  /** What is to be said of these files, above their columns. */
  aboutFiles?: (files: File[]) => ReactNode;
};

/** From a file to its rows on the server: choose, look at the columns, send. */
export function NewImport({ org, timeZone, learned, otherWay, aboutFiles }: Props) {
  const { state, read, close } = useFileReader(learned.map(({ format }) => format));
  const upload = useRowUpload(org);
  const columns = useRef<HTMLDivElement>(null);
  const isOpen = state.at === "open";
  // What was pressed is gone with its step; the keyboard goes on where the next one begins.
  useEffect(() => {
    if (isOpen) columns.current?.focus();
  }, [isOpen]);
  const isSending = state.at === "open" && upload.state.at !== "idle";
  return (
    <section aria-label="New import">
      <ImportSteps current={isSending ? "Upload" : state.at === "open" ? "Columns" : "File"} />
      {state.at === "choose" && (
        <div className="flex flex-col gap-4">
          {state.refused && <FileRefused {...state.refused} />}
          <DropZone label="Drop the file with your open orders here" onFiles={(files) => void read(files)}>
            CSV or Excel, up to 50 MB; orders and items in two files are dropped together. Columns, letters, dates and
            numbers are recognized; you see every difference before anything is written.
          </DropZone>
          {otherWay?.((files) => void read(files))}
          <SampleFiles />
        </div>
      )}
      {state.at === "reading" && <ReadingProgress {...state} onCancel={() => close()} />}
      {state.at === "open" && (
        <>
          {/* Stays in place while rows are sent, so that going back finds every choice as it was made. */}
          <div ref={columns} tabIndex={-1} hidden={isSending} className="outline-none">
            {aboutFiles?.(state.files)}
            <ColumnStep
              key={`${state.fileName} ${JSON.stringify(state.choices)}`}
              {...state}
              {...{ org, timeZone }}
              learned={learned[state.file.proposal.source ?? -1] ?? null}
              onChoose={(choices) => void read(state.files, choices)}
              onContinue={(format) => void upload.start({ ...state, format })}
              onOtherFile={() => close()}
            />
          </div>
          {upload.state.at !== "idle" && (
            <UploadProgress
              org={org}
              fileName={state.fileName}
              rowCount={upload.rowCount ?? state.file.rowCount}
              state={upload.state}
              onCancel={upload.cancel}
              onRetry={() => void upload.retry()}
              onBack={upload.reset}
            />
          )}
        </>
      )}
    </section>
  );
}
