"use client";

import { Button } from "@heroui/react";
import { Check, Copy } from "lucide-react";
import { useState } from "react";

type Props = { text: string; label: string };

/** Copies a text; says so for two seconds. */
export function CopyButton({ text, label }: Props) {
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  }
  return (
    <Button isIconOnly size="sm" variant="ghost" aria-label={isCopied ? "Copied" : label} onPress={copy}>
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </Button>
  );
}
