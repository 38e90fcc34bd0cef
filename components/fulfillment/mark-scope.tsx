"use client";

export type MarkableLine = { id: string; position: number; sku: string; quantity: string; stage: string };

type Props = { lines: readonly MarkableLine[]; ticked: readonly string[]; onTick: (ids: readonly string[]) => void };

/** Nothing ticked is the whole order: the usual case needs no tick. */
export function MarkScope({ lines, ticked, onTick }: Props) {
  if (lines.length === 0) return null;
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1.5 text-sm font-medium">
        Only some lines? <span className="font-normal text-muted">Tick none for the whole order.</span>
      </legend>
      <div className="max-h-80 divide-y divide-separator overflow-y-auto rounded-lg border border-border">
        {lines.map((line) => (
          <label key={line.id} className="flex min-h-12 items-center gap-3 px-3 py-2 text-sm has-checked:bg-accent/6">
            <input
              type="checkbox"
              name="line_ids[]"
              value={line.id}
              checked={ticked.includes(line.id)}
              onChange={({ target }) =>
                onTick(target.checked ? [...ticked, line.id] : ticked.filter((id) => id !== line.id))
              }
              className="size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 grow wrap-anywhere">
              <span className="text-muted">{line.position} · </span>
              <span className="font-medium">{line.sku}</span>
            </span>
            <span className="shrink-0 text-end tabular-nums">
              {line.quantity}
              <span className="block text-xs text-muted">{line.stage}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
