"use client";

import { Button, Spinner } from "@heroui/react";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

type Props = {
  children: ReactNode;
  /** What it says while the form is on its way: "Sending…". */
  pendingLabel?: string;
  variant?: "primary" | "secondary" | "outline" | "ghost" | "danger" | "danger-soft";
  size?: "sm" | "md" | "lg";
  /** Sent with the form when this button submits it (a form with several decisions). */
  name?: string;
  value?: string;
  isDisabled?: boolean;
  className?: string;
};

/** The button of a `<form action>`: waits while the action runs and cannot be pressed twice meanwhile. */
export function SubmitButton({ children, pendingLabel, variant = "primary", name, value, ...button }: Props) {
  const { pending, data } = useFormStatus();
  const isMine = pending && (!name || data?.get(name) === value);
  return (
    <Button
      {...button}
      type="submit"
      variant={variant}
      name={name}
      value={value}
      isPending={pending}
      data-waiting={isMine || undefined}
    >
      {isMine && <Spinner size="sm" color="current" />}
      {isMine && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
