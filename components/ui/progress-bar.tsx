type Props = {
  /** What is under way: "Sending rows". */
  label: string;
  /** 0 to 1; null while nobody can say how far it is. */
  done: number | null;
  /** What stands at the end of the line instead of the percentage: "3,000 of 10,000 rows". */
  detail?: string;
};

/** How far a long step is, for eyes and screen readers. */
export function ProgressBar({ label, done, detail }: Props) {
  const percent = done === null ? null : Math.floor(done * 100);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        <span className="text-muted tabular-nums">{detail ?? (percent === null ? "" : `${percent} %`)}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        className="h-2 overflow-hidden rounded-full bg-default"
      >
        <div
          className={
            percent === null
              ? "h-full w-1/3 animate-pulse rounded-full bg-accent motion-reduce:animate-none"
              : "h-full rounded-full bg-accent transition-[width] duration-200 motion-reduce:transition-none"
          }
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
