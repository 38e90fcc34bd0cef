import { FormatQuestion } from "@/components/imports/format-question";
import { dateOfSerial } from "@/lib/imports/calendar-dates";
import type { FormatAnswers } from "@/lib/imports/column-plan";
import type { Evidence } from "@/lib/imports/detect-dates";
import type { Examination } from "@/lib/imports/examine";

type Props = { examination: Examination; answers: FormatAnswers; onAnswer: (answers: FormatAnswers) => void };

/** What the file leaves open about its dates, numbers and rows; nothing when it answers everything. */
export function FormatQuestions({ examination: { dates, numbers, continuation }, answers, onAnswer }: Props) {
  const days = Math.floor(Number(dates.serial?.value.replace(",", ".") ?? 0));
  return (
    <>
      {continuation.isAmbiguous && continuation.evidence && (
        <FormatQuestion
          name="continuation"
          question={`Row ${continuation.evidence.row} has no order number. Does it belong to order ${continuation.evidence.order} above?`}
          reason="Some systems write the number only in an order’s first row; in others it is missing by mistake. This file has no other value of an order that could tell."
          choices={[
            { value: "yes", label: "Yes, it continues the order above", hint: "And so do all rows like it" },
            { value: "no", label: "No, its number is missing", hint: "Rows without one will be listed as errors" },
          ]}
          answer={answers.continues === null ? null : answers.continues ? "yes" : "no"}
          onAnswer={(answer) => onAnswer({ ...answers, continues: answer === "yes" })}
        />
      )}
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
      {dates.isEpochAmbiguous && (
        <FormatQuestion
          name="date-epoch"
          question={`Which day is “${dates.serial?.value}” in row ${dates.serial?.row}?`}
          reason="The dates are numbers of days. Excel counts them from 1900; workbooks made on old Macs from 1904."
          choices={[
            { value: "serial", label: dateOfSerial(days), hint: "Counted from 1900" },
            { value: "serial1904", label: dateOfSerial(days, "serial1904"), hint: "Counted from 1904" },
          ]}
          answer={answers.epoch}
          onAnswer={(epoch) => onAnswer({ ...answers, epoch })}
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
