import { cn } from "@heroui/styles";
import Link from "next/link";
import type { ComponentProps } from "react";

type Props = ComponentProps<typeof Link> & {
  /** Makes the whole row of a DataTable lead here. */
  isRowLink?: boolean;
};

export function TextLink({ isRowLink, className, ...link }: Props) {
  return (
    <Link
      {...link}
      data-row-link={isRowLink || undefined}
      className={cn("font-medium text-accent-soft-foreground underline-offset-2 hover:underline", className)}
    />
  );
}
