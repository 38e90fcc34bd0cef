"use client";

import { Plus } from "lucide-react";
import { useActionState } from "react";
import { StepBar } from "@/components/settings/setup/step-bar";
import { StepForm } from "@/components/settings/setup/step-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/textarea-field";
import { answerWords } from "@/lib/settings/setup/actions";
import type { WordMeaning } from "@/lib/settings/setup/setup-facts";
import type { Stage } from "@/lib/settings/status-word";

type Props = {
  org: string;
  words: readonly WordMeaning[];
  options: readonly { value: Stage; label: string }[];
  /** The system's usual words that are not on the list, to be added at once. */
  usual: { system: string; words: readonly string[] } | null;
};

export function WordsStep({ org, words, options, usual }: Props) {
  const [result, action] = useActionState(answerWords, null);
  const refused = result && !result.ok ? result : null;
  const typedStages = refused?.values?.stages;
  return (
    <StepForm org={org} action={action} result={result} shownFields={["more"]}>
      {usual && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg bg-surface-secondary px-4 py-3 text-sm">
          <p className="min-w-0 max-w-prose text-pretty">
            {usual.system} usually has {new Intl.ListFormat("en-GB").format(usual.words)}.
          </p>
          <SubmitButton variant="outline" size="sm" name="intent" value="usual" pendingLabel="Adding…">
            <Plus aria-hidden /> Add these
          </SubmitButton>
        </div>
      )}
      {words.length > 0 && (
        <ul className="max-w-xl divide-y divide-separator">
          {words.map(({ word, stage }, at) => (
            <li key={word} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5 py-2">
              <span className="min-w-0 text-sm font-medium wrap-anywhere">“{word}”</span>
              <input type="hidden" name="words[]" value={word} />
              <SelectField
                name="stages[]"
                idPrefix={`word-${at}`}
                label={`What “${word}” means`}
                isLabelHidden
                options={options}
                defaultValue={(Array.isArray(typedStages) ? typedStages[at] : undefined) ?? stage}
                className="w-full sm:w-64"
              />
            </li>
          ))}
        </ul>
      )}
      <TextareaField
        // Empty again once the words are on the list.
        key={words.length}
        name="more"
        label={words.length > 0 ? "More words" : "The words"}
        description="One to a line, or paste a whole column. You can leave words out: an import lists those it doesn't know."
        placeholder={"Open\nReleased to WH\nPicked"}
        maxLength={20_000}
        rows={3}
        defaultValue={typeof refused?.values?.more === "string" ? refused.values.more : ""}
        error={refused?.fields?.more}
      />
      <StepBar org={org} step="words">
        <SubmitButton variant="outline" name="intent" value="add" pendingLabel="Adding…">
          Add the words
        </SubmitButton>
      </StepBar>
    </StepForm>
  );
}
