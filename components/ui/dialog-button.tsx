"use client";

import { Button, Modal } from "@heroui/react";
import type { ComponentProps, ReactNode } from "react";

type Props = {
  /** The button that opens it, and how it looks. */
  trigger: ReactNode;
  variant?: ComponentProps<typeof Button>["variant"];
  size?: "sm" | "md";
  title: string;
  /** Usually a form; it closes by its own close button, Escape, or when the page moves on. */
  children: ReactNode;
};

/** A button that opens a dialog: for a step that needs a note or a second look. */
export function DialogButton({ trigger, variant = "outline", size = "md", title, children }: Props) {
  return (
    <Modal>
      <Button variant={variant} size={size}>
        {trigger}
      </Button>
      <Modal.Backdrop>
        <Modal.Container placement="auto" size="md">
          <Modal.Dialog>
            <Modal.CloseTrigger aria-label="Close" />
            <Modal.Header>
              <Modal.Heading>{title}</Modal.Heading>
            </Modal.Header>
            <Modal.Body>{children}</Modal.Body>
          </Modal.Dialog>
        </Modal.Container>
      </Modal.Backdrop>
    </Modal>
  );
}
