import { ReadingSelect } from "@/components/imports/reading-select";
import { delimiterName, encodingName } from "@/lib/imports/describe-format";
import { DELIMITERS } from "@/lib/imports/dialect";
import { ENCODINGS } from "@/lib/imports/encodings";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import { PRESETS } from "@/lib/imports/presets/known-presets";
import type { ReadingChoices } from "@/lib/imports/reading-choices";

type Props = { file: OpenedFile; choices: ReadingChoices; onChoose: (choices: ReadingChoices) => void };

const HEADER_ROWS = 12;

/** Everything about the file that was recognised, for whoever knows better. Each choice reads the file again. */
export function ReadingOptions({ file, choices, onChoose }: Props) {
  const hidden = file.sheets.find(({ name }) => name === file.sheet)?.hiddenRows ?? 0;
  const rows = [...new Set([...Array.from({ length: HEADER_ROWS }, (_, at) => at + 1), file.headerRow])];
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer py-1 font-medium text-accent-soft-foreground">
        Read it differently
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <ReadingSelect
          label="System"
          value={choices.preset ?? file.preset?.id ?? "none"}
          options={[
            { value: "none", label: "None of these" },
            ...PRESETS.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(preset) => onChoose({ ...choices, preset })}
        />
        {file.table !== "records" && file.table !== "joined" && (
          <ReadingSelect
            label="Row with the column names"
            value={String(file.headerRow)}
            options={rows.map((row) => ({ value: String(row), label: `Row ${row}` }))}
            onChange={(row) => onChoose({ ...choices, headerRow: Number(row) })}
          />
        )}
        {file.container === "csv" && (
          <>
            <ReadingSelect
              label="Letters"
              value={file.encoding}
              options={ENCODINGS.map((value) => ({ value, label: encodingName(value) }))}
              onChange={(encoding) => onChoose({ ...choices, encoding })}
            />
            <ReadingSelect
              label="Columns separated by"
              value={file.delimiter}
              options={DELIMITERS.map((value) => ({ value, label: delimiterName(value) }))}
              onChange={(delimiter) => onChoose({ ...choices, delimiter })}
            />
          </>
        )}
        {file.sheets.length > 1 && (
          <ReadingSelect
            label="Sheet"
            value={file.sheet ?? ""}
            options={file.sheets.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? `${name} (hidden)` : name,
            }))}
            onChange={(sheet) => onChoose({ ...choices, sheet })}
          />
        )}
        {hidden > 0 && (
          <ReadingSelect
            label="Hidden rows"
            value={choices.leavesOut?.includes("hidden") ? "hidden" : "read"}
            options={[
              { value: "read", label: "Read them too" },
              { value: "hidden", label: `Leave ${hidden.toLocaleString("en-US")} out` },
            ]}
            onChange={(value) =>
              onChoose({
                ...choices,
                leavesOut: [
                  ...(choices.leavesOut ?? []).filter((one) => one !== "hidden"),
                  ...(value === "hidden" ? (["hidden"] as const) : []),
                ],
              })
            }
          />
        )}
        {file.joins.length > 1 && (
          <ReadingSelect
            label="Files belong together where"
            value="0"
            options={file.joins.map(({ key }, at) => ({ value: String(at), label: `${key.orders} = ${key.items}` }))}
            onChange={(at) => {
              const join = file.joins[Number(at)]?.key;
              if (join) onChoose({ ...choices, join });
            }}
          />
        )}
      </div>
    </details>
  );
}
