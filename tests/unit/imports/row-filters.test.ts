import { expect, test } from "vitest";
import type { ImportCounts } from "@/lib/imports/import-view";
import { rowFiltersOf, shownFilter } from "@/lib/imports/row-filters";

const counts = { staged_rows: 9, errors: 0, conflicts: 0, unexported: 0, backwards: 0, changed_lines: 2, new_lines: 0 };

test("only what finds something can be chosen, and what needs a look most is shown first", () => {
  const filters = rowFiltersOf({ ...counts, unchanged_lines: 5, misfits: 2 } as ImportCounts);
  expect(filters.map(({ filter, count }) => `${filter} ${count}`)).toEqual([
    "all 9",
    "format_misfit 2",
    "changed 2",
    "unchanged 5",
  ]);
  expect(shownFilter(filters, undefined)).toBe("format_misfit");
  expect(shownFilter(filters, "unchanged")).toBe("unchanged");
  expect(shownFilter(filters, "errors")).toBe("format_misfit");
});

test("imports counted before there were formats say nothing of them", () => {
  const filters = rowFiltersOf({ ...counts, unchanged_lines: 7 } as ImportCounts);
  expect(filters.map(({ filter }) => filter)).toEqual(["all", "changed", "unchanged"]);
});
