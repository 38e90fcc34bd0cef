"use client";

import { useRef, useState } from "react";
import type { Examination } from "@/lib/imports/examine";
import type { FieldColumns } from "@/lib/imports/fields";
import type { ImportReader } from "@/lib/imports/import-reader";

/** Keeps the examination in step with the mapping: a newer mapping stops the look at an older one. */
export function useExamination(reader: ImportReader, first: Examination) {
  const [examination, setExamination] = useState(first);
  const [isExamining, setExamining] = useState(false);
  const wanted = useRef<FieldColumns | null>(null);
  const isRunning = useRef(false);

  async function examine(columns: FieldColumns) {
    wanted.current = columns;
    if (isRunning.current) return reader.cancel();
    isRunning.current = true;
    setExamining(true);
    while (wanted.current) {
      const asked: FieldColumns = wanted.current;
      wanted.current = null;
      try {
        setExamination(await reader.examine(asked));
      } catch {
        // Cancelled because the mapping changed again; the loop looks at the newer one.
      }
    }
    isRunning.current = false;
    setExamining(false);
  }

  return { examination, isExamining, examine };
}
