"use client";

import { ErrorState } from "@/components/layout/error-state";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function RootError({ error, retry }: Props) {
  return <ErrorState error={error} retry={retry} />;
}
