import type { SentForm } from "@/components/change-requests/change-form/submission-key";
import type { ChangeDraft } from "@/lib/change-requests/change-draft";
import type { OrderBase } from "@/lib/change-requests/order-base";

/** What survives a reload, the back button and signing in again: this tab only, this order only. */
export type StoredDraft = {
  draft: ChangeDraft;
  base: OrderBase;
  reasonCode: string;
  reason: string;
  sent: SentForm | null;
};

/** Raised when the shape above changes; a draft of another shape is left alone. */
const SHAPE = 1;

export function loadDraft(key: string): StoredDraft | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? "null") as (StoredDraft & { shape: number }) | null;
    return stored?.shape === SHAPE ? stored : null;
  } catch {
    // Storage can be switched off or hold something foreign; the form then starts empty.
    return null;
  }
}

export function saveDraft(key: string, stored: StoredDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ shape: SHAPE, ...stored }));
  } catch {
    // Storage is full or switched off: the form works on, it only won't survive a reload.
  }
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
