import { FormatQuestion } from "@/components/imports/format-question";
import { hasUnmatched } from "@/lib/imports/column-plan";
import { encodingName } from "@/lib/imports/describe-format";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import type { ReadingChoices } from "@/lib/imports/reading-choices";

type Props = {
  file: OpenedFile;
  choices: ReadingChoices;
  /** The file is read again the way the person says. */
  onChoose: (choices: ReadingChoices) => void;
};

/** What the file itself leaves open: its letters, its sheet, items that belong to no order. */
export function FileQuestions({ file, choices, onChoose }: Props) {
  const { encoding, encodingSample, encodingRival } = file;
  return (
    <>
      {encodingRival && choices.encoding === undefined && (
        <FormatQuestion
          name="encoding"
          question="Which of these is spelled right?"
          reason="The file doesn’t say how its letters are stored, and both readings make words."
          choices={[
            { value: encoding, label: encodingSample ?? "", hint: encodingName(encoding) },
            { value: encodingRival.encoding, label: encodingRival.sample, hint: encodingName(encodingRival.encoding) },
          ]}
          answer={null}
          onAnswer={(chosen) => onChoose({ ...choices, encoding: chosen })}
        />
      )}
      {file.isSheetAmbiguous && choices.sheet === undefined && (
        <FormatQuestion
          name="sheet"
          question="Which sheet has the open orders?"
          reason="More than one sheet looks like order lines."
          choices={file.sheets
            .filter(({ isHidden }) => !isHidden)
            .map(({ name, rows }) => ({ value: name, label: name, hint: `${rows.toLocaleString("en-US")} rows` }))}
          answer={null}
          onAnswer={(sheet) => onChoose({ ...choices, sheet })}
        />
      )}
      {hasUnmatched(file) && !choices.leavesOut?.includes("unmatched") && (
        <FormatQuestion
          name="unmatched"
          question={`${unmatchedCount(file)} without an order: leave them out?`}
          reason={`Their order is not in the other file: ${file.rest?.itemExamples.join(", ")}. Choose two files that belong together, or leave these rows out.`}
          choices={[
            { value: "leave_out", label: "Leave them out", hint: "They are counted, and nothing is written for them" },
          ]}
          answer={null}
          onAnswer={() => onChoose({ ...choices, leavesOut: [...(choices.leavesOut ?? []), "unmatched"] })}
        />
      )}
    </>
  );
}

function unmatchedCount({ rest }: OpenedFile): string {
  const items = rest?.items ?? 0;
  return items === 1 ? "1 item is" : `${items.toLocaleString("en-US")} items are`;
}
