import { requestsHref } from "@/lib/change-requests/requests-href";
import { behind, type RequestStatistics } from "@/lib/change-requests/statistics";
import { formatShortDate } from "@/lib/dates";
import { addDays } from "@/lib/orders/add-days";

type Props = { org: string; statistics: RequestStatistics };

/** Why people asked: how often in all, its share, and when. All small columns have one scale, so that reasons compare. */
export function ReasonChart({ org, statistics: { weeks, reasons } }: Props) {
  const first = weeks[0]?.from ?? "";
  const last = addDays(weeks.at(-1)?.from ?? "", 6);
  const all = reasons.reduce((sum, { total }) => sum + total, 0);
  const highest = Math.max(1, ...reasons.flatMap((reason) => reason.weeks));
  return (
    <table className="reason-chart">
      <caption className="sr-only">
        Reasons of requests: how many, their share, and the weeks they were asked in
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Reason</th>
          <th scope="col">Requests</th>
          <th scope="col">Share</th>
          <th scope="col">By week</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ code, label, total, weeks: counts }) => (
          <tr key={code}>
            <th scope="row">
              <a href={requestsHref(org, behind(first, last, { reason: code }))} className="hover:underline">
                {label}
              </a>
            </th>
            <td className="tabular-nums">{total.toLocaleString("en-US")}</td>
            <td className="text-muted tabular-nums">{Math.round((100 * total) / all)} %</td>
            <td>
              <span className="reason-chart-weeks">
                {counts.map((count, index) => {
                  const from = weeks[index]?.from ?? first;
                  const height = { height: `${(100 * count) / highest}%` };
                  const name = `Week of ${formatShortDate(from)}: ${count.toLocaleString("en-US")}`;
                  return count > 0 ? (
                    <a
                      key={from}
                      href={requestsHref(org, behind(from, addDays(from, 6), { reason: code }))}
                      tabIndex={-1}
                      title={name}
                      aria-label={name}
                    >
                      <span style={height} />
                    </a>
                  ) : (
                    <span key={from} />
                  );
                })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
