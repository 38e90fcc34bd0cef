const FILES = [
  { href: "/samples/open-orders.csv", label: "open-orders.csv" },
  { href: "/samples/open-orders-day-2.csv", label: "open-orders-day-2.csv" },
] as const;

/** Files to try the import with. */
export function SampleFiles() {
  return (
    <p className="text-center text-xs text-muted">
      No file at hand? Try{" "}
      {FILES.map(({ href, label }, index) => (
        <span key={href}>
          {index > 0 && ", and then the next morning’s "}
          <a href={href} download className="font-medium text-accent-soft-foreground underline underline-offset-2">
            {label}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
