"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type RetryOutcome, retrySentence } from "@/lib/notifications/mail-outcome";

type Answer = { email: string; outcome: RetryOutcome };

const Tell = createContext<(answer: Answer) => void>(() => undefined);

/** Says what became of the last "send again" above the list, because the mail itself may leave the list with it. */
export function RetryAnswers({ children }: { children: ReactNode }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <Tell value={setAnswer}>
      {answer && (
        <Notice tone={answer.outcome.outcome === "queued" ? "success" : "info"} isAnnounced>
          <b className="font-medium wrap-anywhere">{answer.email}</b>: {retrySentence(answer.outcome)}
        </Notice>
      )}
      {children}
    </Tell>
  );
}

/** Tells the list around a form what came of it. */
export function useTellRetry(): (answer: Answer) => void {
  return useContext(Tell);
}
