"use client";

import "./globals.css";
import { ErrorState } from "@/components/layout/error-state";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** For when the root layout itself fails, so it brings its own document. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en" data-theme="light">
      <body>
        <title>This page could not be loaded</title>
        <main>
          <ErrorState error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
