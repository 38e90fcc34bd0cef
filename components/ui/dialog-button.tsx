"use client";

import { Button } from "@heroui/react";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  /** The button that opens it, and how it looks. */
  trigger: ReactNode;
  variant?: ComponentProps<typeof Button>["variant"];
  size?: "sm" | "md";
  title: string;
  /** Usually a form. */
  children: ReactNode;
};

/** A button that opens a dialog: for a step that needs a note or a second look. */
export function DialogButton({ trigger, variant = "outline", size = "md", title, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button variant={variant} size={size} aria-haspopup="dialog" onPress={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <Dialog ref={dialog} title={title}>
        {children}
      </Dialog>
    </>
  );
}
