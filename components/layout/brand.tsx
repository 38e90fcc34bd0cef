import { cn } from "@heroui/styles";

/** The product's mark: a line that is replaced by another. */
export function Brand({ isShort }: { isShort?: boolean }) {
  return (
    <span className="flex items-center gap-2 px-1">
      <svg aria-hidden viewBox="0 0 24 24" className="size-6 shrink-0">
        <rect width="24" height="24" rx="6" className="fill-accent" />
        <path
          d="M6 9h8m-8 0 2.5-2.5M6 9l2.5 2.5M18 15h-8m8 0-2.5-2.5M18 15l-2.5 2.5"
          fill="none"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-white"
        />
      </svg>
      <span className={cn("text-sm font-semibold tracking-tight", isShort && "sr-only")}>Order changes</span>
    </span>
  );
}
