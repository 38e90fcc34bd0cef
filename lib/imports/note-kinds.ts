import type { ImportCounts, NoteKind } from "./import-view";

/** The kinds of notes a file has, with their numbers. */
export function noteKindsOf(counts: ImportCounts | null): { kind: NoteKind; label: string; count: number }[] {
  if (!counts) return [];
  const kinds: { kind: NoteKind; label: string; count: number }[] = [
    { kind: "errors", label: "Errors", count: counts.errors },
    { kind: "open_request", label: "Open requests", count: counts.conflicts },
    { kind: "unexported_change", label: "Your values stay", count: counts.unexported },
    { kind: "stage_backwards", label: "Stage goes back", count: counts.backwards },
  ];
  return kinds.filter(({ count }) => count > 0);
}

/** The kind the URL asks for, else the first there is; null when there is none. */
export function shownNoteKind(
  kinds: readonly { kind: NoteKind }[],
  param: string | string[] | undefined,
): NoteKind | null {
  return (kinds.find(({ kind }) => kind === param) ?? kinds[0])?.kind ?? null;
}
