import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { TableSkeleton } from "@/components/ui/table-skeleton";

export default function QueueLoading() {
  return (
    <>
      <PageHeader title="Queue" />
      <Panel isFlush>
        <TableSkeleton rows={12} label="Loading the queue" />
      </Panel>
    </>
  );
}
