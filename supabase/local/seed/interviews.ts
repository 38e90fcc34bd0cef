import type { Interview } from "./setup.ts";
import { contosoStatuses, northwindStatuses } from "./statuses.ts";

/** How the two organizations work, as their admins said. */
export const interviews = {
  northwind: {
    system: "Northwind ERP",
    statuses: northwindStatuses,
    orderNumbers: [{ pattern: "SO-#####", example: "SO-48201" }],
    skus: [
      { pattern: "?+-*", example: "WH-SHELF-48" },
      { pattern: "##A#", example: "12E4" },
    ],
    sites: [
      { code: "main", name: "Newark", time_zone: "America/New_York", ship_cutoff: "16:00" },
      { code: "pdx1", name: "Portland", time_zone: "America/Los_Angeles", ship_cutoff: "15:30" },
      { code: "rno2", name: "Reno", time_zone: "America/Los_Angeles", ship_cutoff: "15:00" },
    ],
    dailyOrders: 60,
    mailbox: "dock@northwind.test",
    exceptions: "School districts confirm every change by a revised PO. Ask for its number before sending the request.",
  },
  contoso: {
    system: "Contoso Parts Desk",
    statuses: contosoStatuses,
    orderNumbers: [{ pattern: "SO-####", example: "SO-7001" }],
    skus: [{ pattern: "A+-*", example: "WH-SHELF-48" }],
    sites: [{ code: "main", name: "Main site", time_zone: "America/New_York", ship_cutoff: "14:00" }],
    dailyOrders: 10,
  },
} satisfies Record<string, Interview>;
