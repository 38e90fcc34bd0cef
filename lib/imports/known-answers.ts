import type { Examination } from "./examine";
import type { Preset } from "./presets/preset";
import type { SourceFormat } from "./source-format";

/** What a person decided about the same source last time answers what this file leaves open; it is asked only once. */
export function withEarlierAnswers(examination: Examination, earlier: SourceFormat | null): Examination {
  if (!earlier) return examination;
  const { formats, dates, numbers, continuation } = examination;
  const { date, decimal, group, date_separator, date_padded } = earlier.formats;
  const isOrdered = date === "dmy" || date === "mdy";
  const isSerial = date === "serial" || date === "serial1904";
  return {
    ...examination,
    formats: {
      ...formats,
      // A morning without a date or a decimal says nothing against the ones before.
      ...(dates.isEmpty && { date, date_separator, date_padded }),
      ...(numbers.isEmpty && { decimal, group }),
      ...((dates.isAmbiguous || dates.isAssumed) && isOrdered && { date }),
      ...(dates.isEpochAmbiguous && isSerial && { date }),
      ...(numbers.isAmbiguous && { decimal, group }),
    },
    dates: {
      ...dates,
      isAmbiguous: dates.isAmbiguous && !isOrdered,
      isEpochAmbiguous: dates.isEpochAmbiguous && !isSerial,
    },
    numbers: { ...numbers, isAmbiguous: false },
    continuation:
      continuation.isAmbiguous && earlier.continuation
        ? { ...continuation, continuation: earlier.continuation, isAmbiguous: false }
        : continuation,
  };
}

/** What we know of the system the file is from answers what its rows leave open. */
export function withPreset(found: Examination, preset: Preset | null): Examination {
  if (!preset) return found;
  const { formats, numbers, continuation } = found;
  const isPoint = numbers.isAmbiguous && numbers.comma === null && preset.hasDecimalPoint === true;
  return {
    ...found,
    formats: {
      ...formats,
      ...(isPoint && { decimal: "." as const }),
      ...(preset.hasSkuInBrackets && { sku_in_brackets: true }),
    },
    numbers: { ...numbers, isAmbiguous: numbers.isAmbiguous && !isPoint },
    continuation: preset.continuation
      ? { ...continuation, continuation: preset.continuation, isAmbiguous: false }
      : continuation,
  };
}
