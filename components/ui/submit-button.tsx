"use client";

import { Spinner } from "@heroui/react";
import { type ButtonVariants, buttonVariants } from "@heroui/styles";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

type Props = {
  children: ReactNode;
  /** What it says while the form is on its way: "Sending…". */
  pendingLabel?: string;
  variant?: ButtonVariants["variant"];
  size?: ButtonVariants["size"];
  /** Sent with the form when this button submits it (a form with several decisions). */
  name?: string;
  value?: string;
  isDisabled?: boolean;
  className?: string;
};

/**
 * The button of a `<form action>`: it keeps the focus while the action runs, and cannot be pressed again meanwhile.
 * A native button: it submits before any script has loaded, too.
 */
export function SubmitButton({ children, pendingLabel, variant, size, name, value, isDisabled, className }: Props) {
  const { pending, data } = useFormStatus();
  const isMine = pending && (!name || data.get(name) === value);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={isDisabled}
      aria-disabled={pending || undefined}
      aria-busy={isMine || undefined}
      onClick={(event) => pending && event.preventDefault()}
      className={buttonVariants({ variant: variant ?? "primary", size, className })}
    >
      {isMine && <Spinner size="sm" color="current" aria-hidden />}
      {isMine && pendingLabel ? pendingLabel : children}
    </button>
  );
}
