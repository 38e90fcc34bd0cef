import type { ReactNode } from "react";
import { LiveRefresh } from "@/components/fulfillment/live-refresh";
import { PageHeader } from "@/components/layout/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import type { FloorPulse } from "@/lib/fulfillment/queries";
import { routes } from "@/lib/routes";

type Props = { org: string; view: "stop" | "changes" | "mark"; pulse: FloorPulse; description: ReactNode };

/** The head of the pages of the floor; keeps them current while they are open. */
export function FloorHead({ org, view, pulse, description }: Props) {
  return (
    <>
      <PageHeader
        title="Fulfillment"
        description={description}
        actions={<LiveRefresh path={routes.floorPulse(org)} token={pulse.token} />}
      />
      <div className="mb-4">
        <TabLinks
          label="Fulfillment"
          tabs={[
            { label: "Do not pick", href: routes.fulfillment(org), isActive: view === "stop" },
            {
              label: "To acknowledge",
              href: routes.floorChanges(org),
              isActive: view === "changes",
              count: pulse.toAcknowledge,
            },
            { label: "Mark picked", href: routes.markProgress(org), isActive: view === "mark" },
          ]}
        />
      </div>
    </>
  );
}
