import type { MailContent } from "@/lib/notifications/mail-content";
import { styles } from "@/lib/notifications/templates/mail-styles";

/** One row per change: what it is about, before, and after with what that moves. */
export function ChangesTable({ changes, columns }: Pick<MailContent, "changes" | "columns">) {
  return (
    // Equal columns: a long SKU in one must not break the numbers in the others.
    <table style={{ ...styles.table, tableLayout: "fixed" }}>
      <thead>
        <tr>
          {["Change", columns.before, columns.after].map((head) => (
            <th key={head} scope="col" className="head" style={styles.head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ subject, before, after, difference }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same; the list never moves
          <tr key={index}>
            <td className="cell" style={styles.cell}>
              {subject}
            </td>
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
        ))}
      </tbody>
    </table>
  );
}
