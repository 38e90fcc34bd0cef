/** The 1-based line, as a text editor counts, that holds the character at `index`. */
export function lineAt(text: string, index: number): number {
  return countLines(index, (at) => text.charCodeAt(at));
}

/** The same for bytes of any encoding that keeps ASCII in single bytes. */
export function lineAtByte(bytes: Uint8Array, index: number): number {
  return countLines(index, (at) => bytes[at] ?? 0);
}

function countLines(index: number, codeAt: (at: number) => number): number {
  let line = 1;
  for (let at = 0; at < index; at += 1) {
    const code = codeAt(at);
    if (code === 10 || (code === 13 && codeAt(at + 1) !== 10)) line += 1;
  }
  return line;
}
