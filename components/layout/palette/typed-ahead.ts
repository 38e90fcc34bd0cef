/** What is typed between the palette's key and its code being there. */
export type TypedAhead = { text: string; isEntered: boolean };

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing">;

/** The text with one more key; null for a key that writes nothing. After Enter nothing is added: the way is chosen. */
export function typeAhead(before: TypedAhead, { key, ctrlKey, metaKey, altKey, isComposing }: Key): TypedAhead | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  if (before.isEntered) return before;
  if (key === "Enter") return { ...before, isEntered: before.text !== "" };
  if (key === "Backspace") return { ...before, text: before.text.slice(0, -1) };
  return key.length === 1 ? { ...before, text: before.text + key } : null;
}
