import { Link } from "react-email";
import type { MailContent } from "@/lib/notifications/mail-content";
import { footerText } from "@/lib/notifications/plain-text";
import { ChangesTable } from "@/lib/notifications/templates/changes-table";
import { MailFrame } from "@/lib/notifications/templates/mail-frame";
import { MailList } from "@/lib/notifications/templates/mail-list";
import { styles } from "@/lib/notifications/templates/mail-styles";

/** A mail, whatever it tells: what, why, before and after, for whom, and one link. */
export function MailPage({ mail }: { mail: MailContent }) {
  return (
    <MailFrame preview={mail.lead} organization={mail.organization} footer={footerText(mail)}>
      <h1 className="heading" style={styles.heading}>
        {mail.heading}
      </h1>
      <p className="lead" style={styles.lead}>
        {mail.lead}
      </p>
      {mail.problems.map((problem) => (
        <p key={problem} className="problem" style={styles.problem}>
          {problem}
        </p>
      ))}
      {mail.note && (
        <p className="quote" style={styles.quote}>
          <span className="quoteLabel" style={styles.quoteLabel}>
            {mail.note.label}
          </span>
          {mail.note.text}
        </p>
      )}
      {mail.changes && <ChangesTable {...mail.changes} />}
      {mail.lists.map((list) => (
        <MailList key={list.title} {...list} />
      ))}
      {mail.items.length > 0 && (
        <table className="items" style={styles.table}>
          <tbody>
            {mail.items.map(({ label, text }) => (
              <tr key={label}>
                <th scope="row" className="muted" style={{ ...styles.item, ...styles.muted, width: "92px" }}>
                  {label}
                </th>
                <td style={styles.item}>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Link href={mail.link.href} className="button" style={styles.button}>
        {mail.link.label}
      </Link>
    </MailFrame>
  );
}
