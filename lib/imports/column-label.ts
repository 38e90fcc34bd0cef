/** A column's name as a person finds it: its header, or its letter in a spreadsheet ("column AB") when it has none. */
export function columnLabel(headers: readonly string[], column: number): string {
  return headers[column] || `column ${columnLetters(column)}`;
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
