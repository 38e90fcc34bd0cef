import { randomUUID } from "node:crypto";
import type { Organization } from "../support/organization.ts";
import { visitPage } from "./page-visit.ts";
import { count, ms, report } from "./report.ts";
import { throughRest } from "./scene.ts";
import type { ServedApp } from "./served-app.ts";
import { timed } from "./timings.ts";

/** All open orders of an organization: freezing the lines, then the download as a browser gets it. */
export async function benchExports(org: Organization, app: ServedApp): Promise<void> {
  const frozen = await timed(() =>
    throughRest(org.admin, "begin_export", { p_org: org.id, p_scope: "open", p_idempotency_key: randomUUID() }),
  );
  const file = await visitPage(app, `/${org.slug}/export/${frozen.result.number}/download`, org.admin);
  report(
    "Export of all open orders",
    ["lines", "freeze", "first byte", "whole file", "lines/s", "MB"],
    [
      [
        count(Number(frozen.result.rows)),
        ms(frozen.ms),
        ms(file.firstByte),
        ms(file.total),
        count((Number(frozen.result.rows) * 1000) / file.total),
        (file.bytes / 1e6).toFixed(1),
      ],
    ],
  );
}
