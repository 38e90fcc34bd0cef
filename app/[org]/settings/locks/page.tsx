import type { Metadata } from "next";
import { stageLabel } from "@/components/orders/stage-badge";
import { LockTableForm } from "@/components/settings/lock-table-form";
import { LockVersions } from "@/components/settings/lock-versions";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getLockTable, listLockTableVersions } from "@/lib/settings/queries";
import { stages } from "@/lib/settings/status-word";

export const metadata: Metadata = { title: "What is locked" };

export default async function LocksPage({ params }: PageProps<"/[org]/settings/locks">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const [table, versions] = await forPage(Promise.all([getLockTable(db, org.id), listLockTableVersions(db, org.id)]));
  const stageLabels = Object.fromEntries(stages.map((stage) => [stage, stageLabel(stage)]));
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        What people can still ask for, by how far the order is. While an order is being picked each line answers for
        itself: never below what is picked. Picked means no for its lines and dates; address and ship method may stay
        open until the box is packed. From packed on everything is locked, and no setting opens it.
      </p>
      <LockTableForm org={org.slug} table={table} version={versions[0]?.version ?? 0} stageLabels={stageLabels} />
      <LockVersions org={org.slug} versions={versions} stageLabels={stageLabels} timeZone={org.timeZone} />
    </div>
  );
}
