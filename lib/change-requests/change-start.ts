import type { ChangeView } from "@/lib/change-requests/change-view";
import type { Problem } from "@/lib/change-requests/problem";
import type { LeftOut, StartedDraft } from "@/lib/change-requests/reverse-changes";

/** An earlier request that a new one starts from: the same once more, or its reverse. */
export type ChangeStart = {
  way: "again" | "undo";
  request: { id: string; reference: string; status: string };
  draft: StartedDraft["draft"];
  /** What cannot be asked for any more, with the reason. */
  left: LeftOut[];
  /** What it asked for, and what moved under it since; only where it is asked again. */
  changes: ChangeView[];
  moved: Problem[];
  reasonCode: string;
  reason: string;
};
