import type { ImportCounts, RowFilter } from "./import-view";

/** The filters that find something, with the number of rows or notes; all of them with `all` first. */
export function rowFiltersOf(counts: ImportCounts): { filter: RowFilter; label: string; count: number }[] {
  const filters: { filter: RowFilter; label: string; count: number }[] = [
    { filter: "errors", label: "Errors", count: counts.errors },
    { filter: "open_request", label: "Open requests", count: counts.conflicts },
    { filter: "unexported_change", label: "Your values stay", count: counts.unexported },
    { filter: "stage_backwards", label: "Stage goes back", count: counts.backwards },
    { filter: "format_misfit", label: "Unusual format", count: counts.misfits ?? 0 },
    { filter: "changed", label: "Changed", count: counts.changed_lines },
    { filter: "new", label: "New", count: counts.new_lines },
    { filter: "unchanged", label: "Unchanged", count: counts.unchanged_lines },
  ];
  return [{ filter: "all", label: "All rows", count: counts.staged_rows }, ...filters.filter(({ count }) => count > 0)];
}

/** The filter the URL asks for; else what needs a look most: errors, then open requests, then what changes. */
export function shownFilter(
  filters: readonly { filter: RowFilter }[],
  param: string | string[] | undefined,
): RowFilter {
  const asked = filters.find(({ filter }) => filter === param);
  const first = filters.find(({ filter }) => filter !== "all" && filter !== "unchanged");
  return (asked ?? first ?? filters[0])?.filter ?? "all";
}
