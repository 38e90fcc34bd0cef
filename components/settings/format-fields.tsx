"use client";

import { Button } from "@heroui/react";
import { inputVariants } from "@heroui/styles";
import { useState } from "react";
import { FormatReadings } from "@/components/settings/format-readings";
import { Field, fieldAria } from "@/components/ui/field";
import { inferFormats } from "@/lib/orders/infer-format";
import { examplesOf, linesOf } from "@/lib/settings/read-formats";

type Props = {
  /** "order_number" or "sku"; the fields are called after it. */
  subject: string;
  /** "Order numbers", "SKUs". */
  noun: string;
  examples: string;
  patterns: string;
  placeholder: string;
  error?: string;
};

/** Formats by showing examples, or by writing them; what is written is said in words at once. */
export function FormatFields({
  subject,
  noun,
  examples: startExamples,
  patterns: startPatterns,
  placeholder,
  error,
}: Props) {
  const [examples, setExamples] = useState(startExamples);
  const [patterns, setPatterns] = useState(startPatterns);
  const written = linesOf(patterns);
  const found = inferFormats(examplesOf(examples)).map(({ pattern }) => pattern);
  const isNews = found.length > 0 && found.join("\n") !== written.join("\n");
  const exampleField = {
    name: `${subject}_examples`,
    label: `A few real ${noun}`,
    description: "One to five, one to a line. They stay as the examples people see.",
  };
  const patternField = {
    name: `${subject}_patterns`,
    label: "What they look like",
    description: "One format to a line. Leave it empty to take anything.",
    error,
  };
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div className="flex flex-col gap-2">
        <Field {...exampleField}>
          <textarea
            {...fieldAria(exampleField)}
            rows={3}
            maxLength={600}
            spellCheck={false}
            placeholder={placeholder}
            value={examples}
            onChange={(event) => setExamples(event.target.value)}
            className={inputVariants({ fullWidth: true, className: "min-h-20 resize-y font-mono text-sm" })}
          />
        </Field>
        {isNews && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
            <span className="min-w-0 wrap-anywhere">
              These look like <code className="font-mono">{found.join(" or ")}</code>.
            </span>
            <Button size="sm" variant="outline" onPress={() => setPatterns(found.join("\n"))}>
              Use that
            </Button>
          </p>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <Field {...patternField}>
          <textarea
            {...fieldAria(patternField)}
            rows={3}
            maxLength={600}
            spellCheck={false}
            value={patterns}
            onChange={(event) => setPatterns(event.target.value)}
            className={inputVariants({ fullWidth: true, className: "min-h-20 resize-y font-mono text-sm" })}
          />
        </Field>
        <FormatReadings patterns={written} />
      </div>
    </div>
  );
}
