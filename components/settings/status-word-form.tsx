"use client";

import { Check } from "lucide-react";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { OrgField } from "@/components/ui/org-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { mapStatusWord } from "@/lib/settings/actions";
import type { Stage } from "@/lib/settings/status-word";

type Props = {
  org: string;
  word: string;
  stage: Stage;
  /** What the word usually means, offered where nobody has said yet. */
  suggestion: Stage | null;
  options: readonly { value: Stage; label: string }[];
};

/** The stage of one word; saving moves every order that carries it. */
export function StatusWordForm({ org, word, stage, suggestion, options }: Props) {
  const [result, action] = useActionState(mapStatusWord, null);
  const isUnmapped = stage === "unknown";
  return (
    <form action={action} className="flex flex-col gap-1">
      <OrgField slug={org} />
      <input type="hidden" name="word" value={word} />
      <div className="flex items-center gap-2">
        <SelectField
          name="stage"
          label={`Stage of ${word}`}
          isLabelHidden
          idPrefix={word}
          options={options}
          defaultValue={isUnmapped ? (suggestion ?? "unknown") : stage}
          className="w-48 max-sm:grow"
        />
        <SubmitButton size="md" variant={isUnmapped ? "primary" : "outline"} pendingLabel="Moving orders…">
          {isUnmapped ? "Map" : "Save"}
        </SubmitButton>
      </div>
      <FormNotice result={result} />
      {result?.ok && (
        <p role="status" className="inline-flex items-center gap-1 text-xs text-success-soft-foreground">
          <Check aria-hidden className="size-3.5" /> Saved, {result.data.moved.toLocaleString("en-US")}{" "}
          {result.data.moved === 1 ? "order" : "orders"} moved
        </p>
      )}
    </form>
  );
}
