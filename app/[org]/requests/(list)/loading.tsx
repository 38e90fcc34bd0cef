import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { TableSkeleton } from "@/components/ui/table-skeleton";

export default function RequestsLoading() {
  return (
    <>
      <PageHeader title="Requests" />
      <Panel isFlush>
        <TableSkeleton rows={14} label="Loading requests" />
      </Panel>
    </>
  );
}
