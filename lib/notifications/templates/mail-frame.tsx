import type { ReactNode } from "react";
import { Container, Head, Html, Preview } from "react-email";
import { darkStyles, styles } from "@/lib/notifications/templates/mail-styles";

type Props = {
  /** What lists of mails show after the subject. */
  preview: string;
  organization: string;
  footer: string;
  children: ReactNode;
};

/** The card every mail stands on, in light and dark. */
export function MailFrame({ preview, organization, footer, children }: Props) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; React would escape the quotes in it */}
        <style dangerouslySetInnerHTML={{ __html: darkStyles }} />
      </Head>
      {/* Not react-email's Body: it repeats the light colours on a cell inside, where the dark ones don't reach. */}
      <body className="body" style={styles.body}>
        <Preview>{preview}</Preview>
        <Container className="card" style={styles.card}>
          <p className="organization" style={styles.organization}>
            {organization} · order changes
          </p>
          {children}
        </Container>
        <p className="footer" style={styles.footer}>
          {footer}
        </p>
      </body>
    </Html>
  );
}
