"use client";

import { Button } from "@heroui/react";
import { Notice } from "@/components/ui/notice";

type Props = { onStartOver: () => void };

export function RestoredNotice({ onStartOver }: Props) {
  return (
    <Notice
      actions={
        <Button size="sm" variant="outline" onPress={onStartOver}>
          Start over instead
        </Button>
      }
    >
      What you typed before is back. It hasn&apos;t been sent.
    </Notice>
  );
}
