import { FormatQuestion } from "@/components/imports/format-question";
import type { FormatAnswers } from "@/lib/imports/column-plan";
import type { Evidence } from "@/lib/imports/detect-dates";
import type { Examination } from "@/lib/imports/examine";

type Props = { examination: Examination; answers: FormatAnswers; onAnswer: (answers: FormatAnswers) => void };

/** What the file leaves open about its dates and numbers; nothing when it answers everything. */
export function FormatQuestions({ examination: { dates, numbers }, answers, onAnswer }: Props) {
  return (
    <>
      {dates.isAmbiguous && (
        <FormatQuestion
          name="date-order"
          question="Which comes first in the dates: day or month?"
          reason={reasonFor(
            dates.dayFirst,
            dates.monthFirst,
            "No date in the file has a day above 12, so both are possible.",
          )}
          choices={[
            { value: "mdy", label: "Month first", hint: "09/10/2026 is 10 September" },
            { value: "dmy", label: "Day first", hint: "09/10/2026 is 9 October" },
          ]}
          answer={answers.date}
          onAnswer={(date) => onAnswer({ ...answers, date })}
        />
      )}
      {numbers.isAmbiguous && (
        <FormatQuestion
          name="decimal-sign"
          question="Which sign separates the decimals?"
          reason={reasonFor(
            numbers.point,
            numbers.comma,
            "No number in the file shows it: 1,234 may be a thousand or a little more than one.",
          )}
          choices={[
            { value: ".", label: "Point", hint: "1,234 is one thousand two hundred thirty-four" },
            { value: ",", label: "Comma", hint: "1,234 is a little more than one" },
          ]}
          answer={answers.decimal}
          onAnswer={(decimal) => onAnswer({ ...answers, decimal })}
        />
      )}
    </>
  );
}

function reasonFor(one: Evidence | null, other: Evidence | null, undecided: string): string {
  if (!one || !other) return undecided;
  return `The file contradicts itself: row ${one.row} says “${one.value}”, row ${other.row} says “${other.value}”. Rows that don't fit your answer will be listed as errors.`;
}
