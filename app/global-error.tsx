"use client";

import "./globals.css";
import { ErrorState } from "@/components/layout/error-state";

type Props = { error: Error & { digest?: string }; unstable_retry: () => void };

/** For when the root layout itself fails, so it brings its own document. */
export default function GlobalError({ error, unstable_retry }: Props) {
  return (
    <html lang="en" data-theme="light">
      <body>
        <title>This page could not be loaded</title>
        <main>
          <ErrorState error={error} retry={unstable_retry} />
        </main>
      </body>
    </html>
  );
}
