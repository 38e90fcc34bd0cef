"use client";

import { ErrorState } from "@/components/layout/error-state";

type Props = { error: Error & { digest?: string }; unstable_retry: () => void };

export default function OrgError({ error, unstable_retry }: Props) {
  return <ErrorState error={error} retry={unstable_retry} />;
}
