"use client";

import { Button } from "@heroui/react";
import { CloudAlert } from "lucide-react";
import { startTransition, useEffect, useRef } from "react";
import { FullPageState } from "@/components/layout/full-page-state";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** What an error page shows: never the error's own text, only the reference under which the log has it. */
export function ErrorState({ error, retry }: Props) {
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div ref={heading} tabIndex={-1} role="alert" className="outline-none">
      <FullPageState
        Icon={CloudAlert}
        title="This page could not be loaded"
        actions={<Button onPress={() => startTransition(retry)}>Try again</Button>}
      >
        <p>
          Something went wrong on our side. Nothing was changed. Try again in a moment, and tell an admin if it stays.
        </p>
        {error.digest && <p className="mt-2 font-mono text-xs">Reference {error.digest}</p>}
      </FullPageState>
    </div>
  );
}
