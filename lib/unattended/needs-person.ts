import { describeConfirmation } from "@/lib/imports/describe-confirmation";
import type { ImportCounts, ImportPreview } from "@/lib/imports/import-view";

/** Why an import waits for somebody. `count` of what the code is about, `examples` in the file's own words. */
export type PersonNeeded = {
  code: "rows_with_errors" | "unmapped_words" | "needs_confirmation";
  message: string;
  count: number;
  examples: string[];
};

const EXAMPLES = 10;

/** Everything in a preview that nobody should decide but a person; empty when it may be committed as it is. */
export function whyPersonIsNeeded({
  counts,
  preview,
}: {
  counts: ImportCounts;
  preview: ImportPreview;
}): PersonNeeded[] {
  const words = preview.status_words.filter(({ is_known, stage }) => !is_known || stage === "unknown");
  const needed: PersonNeeded[] = [
    {
      code: "rows_with_errors",
      message: "Rows have values that cannot be taken. Correct them in the source, or on the import's page.",
      count: counts.problems,
      examples: preview.problems
        .slice(0, EXAMPLES)
        .map(({ row, column, code, value }) =>
          [row !== undefined && `row ${row}`, column && `column ${column}`, code, value && `“${value}”`]
            .filter(Boolean)
            .join(", "),
        ),
    },
    {
      code: "unmapped_words",
      message: "Status words have no stage yet, so their orders would be locked. Say what they mean.",
      count: words.length,
      examples: words.slice(0, EXAMPLES).map(({ word }) => word),
    },
  ];
  const asked = preview.confirmations.map((confirmation) => describeConfirmation(confirmation).what);
  needed.push({
    code: "needs_confirmation",
    message: "It may be a mistake, so a person has to say yes to it on the import's page.",
    count: asked.length,
    examples: asked,
  });
  return needed.filter(({ count }) => count > 0);
}
