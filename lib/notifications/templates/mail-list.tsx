import type { MailContent } from "@/lib/notifications/mail-content";
import { styles } from "@/lib/notifications/templates/mail-styles";

/** Several things at once: a title each, and a line about it. */
export function MailList({ title, rows, more }: MailContent["lists"][number]) {
  return (
    <table style={styles.table}>
      <thead>
        <tr>
          <th scope="col" className="head" style={styles.head}>
            {title}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read the same; the list never moves
          <tr key={index}>
            <td className="cell" style={styles.cell}>
              <span style={styles.after}>{row.title}</span>
              <span className="difference" style={styles.difference}>
                {row.text}
              </span>
            </td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td className="cell muted" style={{ ...styles.cell, ...styles.muted }}>
              … and {more} more
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
