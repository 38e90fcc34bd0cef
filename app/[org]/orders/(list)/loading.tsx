import { Skeleton } from "@heroui/react";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { TableSkeleton } from "@/components/ui/table-skeleton";

export default function OrdersLoading() {
  return (
    <>
      <PageHeader title="Orders" />
      <div className="mb-4 flex flex-col gap-3">
        <Skeleton className="h-10 rounded-lg" />
        <Skeleton className="h-8 w-2/3 rounded-lg" />
      </div>
      <Panel isFlush>
        <TableSkeleton rows={14} label="Loading orders" />
      </Panel>
    </>
  );
}
