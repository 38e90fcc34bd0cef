/**
 * Why a row of a file is not a line. Every row of a file is a line or has one of these reasons, so that a count of rows can
 * always be explained to its last one.
 */
export const SKIP_REASONS = [
  "preamble",
  "header",
  "blank",
  "order",
  "band",
  "total",
  "main_line",
  "hidden",
  "unmatched",
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];
export type SkippedRows = Partial<Record<SkipReason, number>>;

export function countSkipped(counts: SkippedRows, reason: SkipReason, rows = 1): void {
  counts[reason] = (counts[reason] ?? 0) + rows;
}

export function addSkipped(counts: SkippedRows, more: SkippedRows): void {
  for (const reason of SKIP_REASONS) {
    const rows = more[reason];
    if (rows) countSkipped(counts, reason, rows);
  }
}

/** `total` = `lines` + all of `skipped`. */
export type RowAccount = { total: number; lines: number; skipped: { reason: SkipReason; count: number }[] };

export function accountOf(lines: number, counts: SkippedRows): RowAccount {
  const skipped = SKIP_REASONS.flatMap((reason) => {
    const count = counts[reason];
    return count ? [{ reason, count }] : [];
  });
  return { total: skipped.reduce((sum, { count }) => sum + count, lines), lines, skipped };
}
