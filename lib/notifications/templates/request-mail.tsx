import { Link } from "react-email";
import type { MailContent } from "@/lib/notifications/mail-content";
import { footerText } from "@/lib/notifications/plain-text";
import { ChangesTable } from "@/lib/notifications/templates/changes-table";
import { MailFrame } from "@/lib/notifications/templates/mail-frame";
import { styles } from "@/lib/notifications/templates/mail-styles";

/** A mail about one request, whatever happened to it: what, why, before and after, and one link. */
export function RequestMail({ mail }: { mail: MailContent }) {
  return (
    <MailFrame preview={mail.lead} organization={mail.organization} footer={footerText(mail)}>
      <h1 style={styles.heading}>{mail.heading}</h1>
      <p style={styles.lead}>{mail.lead}</p>
      {mail.problems.map((problem) => (
        <p key={problem} className="problem" style={styles.problem}>
          {problem}
        </p>
      ))}
      {mail.note && (
        <p className="quote" style={styles.quote}>
          <span className="quoteLabel" style={styles.quoteLabel}>
            {mail.noteLabel}
          </span>
          {mail.note}
        </p>
      )}
      <ChangesTable changes={mail.changes} columns={mail.columns} />
      <table style={styles.table}>
        <tbody>
          {mail.items.map(({ label, text }) => (
            <tr key={label}>
              <th scope="row" className="muted" style={{ ...styles.item, ...styles.muted, width: "96px" }}>
                {label}
              </th>
              <td style={styles.item}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={mail.href} className="button" style={styles.button}>
        {mail.button}
      </Link>
    </MailFrame>
  );
}
