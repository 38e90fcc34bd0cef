"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import type { Gate } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { listReasons, type Reason } from "@/lib/settings/queries";
import { reasonCode } from "@/lib/settings/reason-code";
import { addReasonSchema, moveReasonSchema, renameReasonSchema, switchReasonSchema } from "@/lib/settings/schema";
import { saved } from "@/lib/settings/setting-outcome";
import { rpc } from "@/lib/supabase/rpc";

export const addReason = formAction({ role: "admin", schema: addReasonSchema }, async ({ label }, gate) => {
  const reasons = await listReasons(gate.db, gate.org.id);
  const code = reasonCode(
    label,
    reasons.map((reason) => reason.code),
  );
  const position = Math.max(0, ...reasons.map((reason) => reason.position)) + 1;
  return save(gate, [{ code, label, position, active: true }]);
});

export const renameReason = formAction({ role: "admin", schema: renameReasonSchema }, async ({ code, label }, gate) => {
  const { reason } = await findReason(gate, code);
  return save(gate, [{ ...reason, label }]);
});

export const switchReason = formAction(
  { role: "admin", schema: switchReasonSchema },
  async ({ code, active }, gate) => {
    const { reason } = await findReason(gate, code);
    return save(gate, [{ ...reason, active: active === "true" }]);
  },
);

/** Trades places with the neighbor; whoever stands on a shared or skipped place gets one of their own. */
export const moveReason = formAction({ role: "admin", schema: moveReasonSchema }, async ({ code, direction }, gate) => {
  const { reason, reasons } = await findReason(gate, code);
  const ordered = reasons.filter(({ active }) => active);
  const at = ordered.indexOf(reason);
  const other = ordered[direction === "up" ? at - 1 : at + 1];
  if (at < 0 || !other) return { outcome: "saved" as const };
  ordered[ordered.indexOf(other)] = reason;
  ordered[at] = other;
  const placed = ordered.map((one, index) => ({ ...one, position: index + 1 }));
  return save(
    gate,
    placed.filter((one, index) => one.position !== ordered[index]?.position),
  );
});

async function findReason({ db, org }: Gate, code: string): Promise<{ reason: Reason; reasons: Reason[] }> {
  const reasons = await listReasons(db, org.id);
  const reason = reasons.find((one) => one.code === code);
  if (!reason) throw new AppError("not_found");
  return { reason, reasons };
}

async function save({ db, org }: Gate, reasons: readonly Reason[]) {
  const outcome = await saved(async () => {
    for (const { code, label, position, active } of reasons) {
      await rpc(db, "save_reason", {
        p_org: org.id,
        p_code: code,
        p_label: label,
        p_position: position,
        p_active: active,
      });
    }
  });
  revalidatePath(routes.reasons(org.slug));
  return outcome;
}
