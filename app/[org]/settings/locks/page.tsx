import type { Metadata } from "next";
import { stageLabel } from "@/components/orders/stage-badge";
import { LockTableForm } from "@/components/settings/lock-table-form";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getLockTable } from "@/lib/settings/queries";
import { stages } from "@/lib/settings/status-word";

export const metadata: Metadata = { title: "What is locked" };

export default async function LocksPage({ params }: PageProps<"/[org]/settings/locks">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const table = await forPage(getLockTable(db, org.id));
  const stageLabels = Object.fromEntries(stages.map((stage) => [stage, stageLabel(stage)]));
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        What people can still ask for, by how far the order is. While an order is being picked each line answers for
        itself: never below what is picked. From picked on everything is locked, and no setting opens it.
      </p>
      <Panel isFlush className="overflow-hidden">
        <LockTableForm org={org.slug} table={table} stageLabels={stageLabels} />
      </Panel>
    </div>
  );
}
