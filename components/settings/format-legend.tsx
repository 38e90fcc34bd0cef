const signs = [
  ["#", "a digit"],
  ["A", "a letter"],
  ["?", "a letter or digit"],
  ["+", "after one of these: one or more of them"],
  ["*", "the rest, at the end"],
  ["\\", "takes the next character as it is: \\A is the letter A"],
] as const;

/** The few signs a format is written with. */
export function FormatLegend() {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      {signs.map(([sign, meaning]) => (
        <div key={sign} className="flex items-baseline gap-1.5">
          <dt>
            <code className="rounded bg-default px-1 font-mono text-foreground">{sign}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
      <div className="flex items-baseline gap-1.5">
        <dt className="sr-only">Everything else</dt>
        <dd>Everything else stands for itself.</dd>
      </div>
    </dl>
  );
}
