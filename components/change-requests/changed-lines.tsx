type Props = { from: string; to: string };

/** What a value becomes. Of one on several lines only those that are new stand out: a street is seen to move, not a block. */
export function ChangedLines({ from, to }: Props) {
  const lines = to.split("\n");
  if (lines.length === 1) return <span className="font-semibold">{to}</span>;
  const known = new Set(from.split(/\r?\n/).map((line) => line.trim()));
  return (
    <span className="flex flex-col">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same; the list never moves
        <span key={index} className={known.has(line) ? "text-muted" : "font-semibold"}>
          {line}
        </span>
      ))}
    </span>
  );
}
