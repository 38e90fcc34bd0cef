"use client";

import { Button } from "@heroui/react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  /** The button that opens it, and how it looks. */
  trigger: ReactNode;
  variant?: ComponentProps<typeof Button>["variant"];
  size?: "sm" | "md";
  title: string;
  /** Usually a form. What was typed into it is gone when the dialog closes. */
  children: ReactNode;
};

/** A button that opens a dialog: for a step that needs a note or a second look. */
export function DialogButton({ trigger, variant = "outline", size = "md", title, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant={variant} size={size} aria-haspopup="dialog" onPress={() => setIsOpen(true)}>
        {trigger}
      </Button>
      {isOpen && (
        <Dialog title={title} onClose={() => setIsOpen(false)}>
          {children}
        </Dialog>
      )}
    </>
  );
}
