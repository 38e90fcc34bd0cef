"use client";

import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { mapStatusWords } from "@/lib/imports/actions";
import type { StatusWordUse } from "@/lib/imports/import-view";
import { suggestStage } from "@/lib/imports/suggest-stage";

type Props = {
  org: string;
  importId: string;
  words: StatusWordUse[];
  stages: { value: string; label: string }[];
  /** The system the file is from: its words mean what they mean there. */
  preset: string | undefined;
};

/** Words nobody has given a meaning yet, each with the stage it usually has. Saving compares the file again. */
export function StatusWordsForm({ org, importId, words, stages, preset }: Props) {
  const [result, action] = useActionState(mapStatusWords, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      <OrgField slug={org} />
      <input type="hidden" name="import_id" value={importId} />
      <FormNotice result={result} />
      <ul className="flex flex-col divide-y divide-separator">
        {words.map(({ word, rows }, at) => (
          <li key={word} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5 py-2.5">
            <div className="min-w-0 text-sm">
              <span className="font-medium wrap-anywhere">“{word}”</span>
              <span className="block text-xs text-muted">
                {rows.toLocaleString("en-US")} {rows === 1 ? "row" : "rows"}
                {suggestStage(word, { preset, column: undefined })
                  ? " · suggested from the word"
                  : " · no suggestion, choose one"}
              </span>
            </div>
            <input type="hidden" name="words[]" value={word} />
            <SelectField
              name="stages[]"
              idPrefix={`word-${at}`}
              label={`Stage of “${word}”`}
              isLabelHidden
              placeholder="Leave unknown (locked)"
              options={stages}
              defaultValue={suggestStage(word, { preset, column: undefined }) ?? ""}
              className="w-full sm:w-64"
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pendingLabel="Comparing again…">Save these stages</SubmitButton>
        <p className="text-xs text-muted">
          Orders with an unknown word are imported and stay locked until it has a stage.
        </p>
      </div>
    </form>
  );
}
