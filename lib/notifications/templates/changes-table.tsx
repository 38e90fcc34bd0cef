import { Fragment } from "react";
import type { MailContent } from "@/lib/notifications/mail-content";
import { styles } from "@/lib/notifications/templates/mail-styles";

/**
 * What each change is about, and under it before beside after: two columns leave each value room on the narrowest screen,
 * and no reader has to know media queries.
 */
export function ChangesTable({ columns, rows }: NonNullable<MailContent["changes"]>) {
  return (
    // Equal columns: a long SKU in one must not break the numbers in the other.
    <table style={{ ...styles.table, tableLayout: "fixed" }}>
      <thead>
        <tr>
          {[columns.before, columns.after].map((head) => (
            <th key={head} scope="col" className="head" style={styles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ subject, before, after, difference }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same; the list never moves
          <Fragment key={index}>
            <tr>
              <th scope="colgroup" colSpan={2} className="subject" style={styles.subject}>
                {subject}
              </th>
            </tr>
            <tr>
              <td className="cell muted" style={{ ...styles.cell, ...styles.muted }}>
                {before}
              </td>
              <td className="cell" style={{ ...styles.cell, ...styles.after }}>
                {after}
                {difference && (
                  <span className="difference" style={styles.difference}>
                    {difference}
                  </span>
                )}
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
