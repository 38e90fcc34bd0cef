import "server-only";
import { after } from "next/server";
import { logError } from "@/lib/log";

/**
 * Sends what a command has just queued, once the person has their answer. A failure is logged and nothing more: the rows
 * are still in the outbox, and the scheduled route takes them.
 */
export function deliverAfterResponse(): void {
  after(async () => {
    try {
      // Loaded here, because the templates and their renderer are heavy and no page needs them.
      const { deliverDue } = await import("@/lib/notifications/deliver");
      await deliverDue();
    } catch (error) {
      logError("mail delivery after a response", error);
    }
  });
}
