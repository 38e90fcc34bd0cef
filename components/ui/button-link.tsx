import { type ButtonVariants, buttonVariants } from "@heroui/styles";
import Link from "next/link";
import type { ComponentProps } from "react";

type Props = ComponentProps<typeof Link> & Pick<ButtonVariants, "variant" | "size" | "isIconOnly">;

/** A link that looks like a button: for going somewhere. For doing something there is SubmitButton. */
export function ButtonLink({ variant = "outline", size = "md", isIconOnly, className, ...link }: Props) {
  return <Link {...link} className={buttonVariants({ variant, size, isIconOnly, className })} />;
}
