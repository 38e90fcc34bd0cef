"use client";

import { Button, Spinner } from "@heroui/react";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Loads what the page shows again, without losing the place on it. */
export function RefreshButton() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button variant="outline" size="sm" isPending={isPending} onPress={() => startTransition(() => router.refresh())}>
      {isPending ? <Spinner size="sm" color="current" /> : <RotateCw aria-hidden />}
      Refresh
    </Button>
  );
}
