"use client";

import { Button, Spinner } from "@heroui/react";
import { type FormEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { fetchSheet } from "@/lib/sheets/fetch-sheet";
import { isSheetRef, linkProblemSentence, parseSheetLink } from "@/lib/sheets/sheet-link";

type Props = {
  org: string;
  /** The link of a saved sheet that is to be looked at. */
  initialLink?: string;
  onFile: (file: File, link: string) => void;
};

/** Reads a Google Sheet by its link; what comes is treated like a file that was chosen. */
export function SheetLinkForm({ org, initialLink = "", onFile }: Props) {
  const [problem, setProblem] = useState<{ field?: string; answer?: string } | null>(null);
  const [isReading, setReading] = useState(false);

  async function read(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const link = String(new FormData(event.currentTarget).get("link") ?? "").trim();
    const parsed = parseSheetLink(link);
    if (!isSheetRef(parsed)) {
      setProblem({ field: link === "" ? "Paste the link of a Google Sheet." : linkProblemSentence(parsed) });
      return;
    }
    setProblem(null);
    setReading(true);
    const fetched = await fetchSheet(org, link);
    setReading(false);
    if ("file" in fetched) onFile(fetched.file, link);
    else setProblem({ answer: fetched.message });
  }

  return (
    <form onSubmit={(event) => void read(event)} className="flex flex-col gap-3" noValidate>
      {problem?.answer && (
        <Notice tone="danger" title="The sheet could not be read" isAnnounced>
          {problem.answer}
        </Notice>
      )}
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <TextField
          name="link"
          label="Or paste the link of a Google Sheet"
          className="min-w-56 grow"
          inputMode="url"
          autoComplete="off"
          maxLength={2_000}
          placeholder="https://docs.google.com/spreadsheets/d/…"
          description="It has to be shared with “Anyone with the link”. Each tab has its own address."
          defaultValue={initialLink}
          error={problem?.field}
        />
        <Button type="submit" variant="outline" isDisabled={isReading} className="sm:mt-6">
          {isReading && <Spinner size="sm" color="current" />}
          {isReading ? "Reading…" : "Read the sheet"}
        </Button>
      </div>
    </form>
  );
}
