import type { CSSProperties } from "react";

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Light colours stand inline, because some readers drop style elements. */
export const styles = {
  body: { margin: 0, padding: "24px 12px", backgroundColor: "#f4f5f7", fontFamily: font, color: "#1c222b" },
  card: {
    maxWidth: "600px",
    margin: "0 auto",
    padding: "24px",
    backgroundColor: "#ffffff",
    border: "1px solid #dfe3e8",
    borderRadius: "10px",
    wordBreak: "break-word", // the one spelling of it that mail readers know
  },
  organization: { margin: "0 0 12px", fontSize: "13px", lineHeight: "18px", color: "#5b6573" },
  heading: { margin: "0 0 8px", fontSize: "20px", lineHeight: "26px", fontWeight: 600 },
  lead: { margin: "0 0 20px", fontSize: "15px", lineHeight: "22px" },
  table: { width: "100%", margin: "0 0 20px", borderCollapse: "collapse", fontSize: "14px", lineHeight: "20px" },
  head: {
    padding: "6px 8px 6px 0",
    textAlign: "left",
    fontSize: "12px",
    fontWeight: 500,
    color: "#5b6573",
    borderBottom: "1px solid #dfe3e8",
  },
  cell: {
    padding: "8px 8px 8px 0",
    textAlign: "left",
    verticalAlign: "top",
    borderBottom: "1px solid #eceff2",
    whiteSpace: "pre-line", // an address keeps its lines
  },
  muted: { color: "#5b6573" },
  after: { fontWeight: 600 },
  difference: { display: "block", fontSize: "12px", color: "#5b6573" },
  quote: {
    margin: "0 0 20px",
    padding: "10px 14px",
    borderLeft: "3px solid #b98411",
    backgroundColor: "#fdf6e7",
    fontSize: "14px",
    lineHeight: "20px",
    whiteSpace: "pre-wrap",
  },
  quoteLabel: { display: "block", fontSize: "12px", color: "#5b6573" },
  problem: {
    margin: "0 0 12px",
    padding: "10px 14px",
    borderLeft: "3px solid #c23a32",
    backgroundColor: "#fdf0ef",
    fontSize: "14px",
    lineHeight: "20px",
  },
  item: { padding: "3px 12px 3px 0", verticalAlign: "top", textAlign: "left", fontWeight: 400, whiteSpace: "pre-wrap" },
  button: {
    display: "inline-block",
    padding: "10px 18px",
    borderRadius: "8px",
    backgroundColor: "#2f5fc4",
    color: "#ffffff",
    fontSize: "15px",
    fontWeight: 600,
    textDecoration: "none",
  },
  footer: { margin: "20px auto 0", maxWidth: "600px", fontSize: "12px", lineHeight: "18px", color: "#5b6573" },
} as const satisfies Record<string, CSSProperties>;

/** What readers that know dark mode put on top; the class names are those of `styles`. */
export const darkStyles = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .body { background-color: #14171c !important; color: #eef0f3 !important; }
    .card { background-color: #1c2026 !important; border-color: #353b45 !important; }
    .organization, .head, .muted, .difference, .quoteLabel, .footer { color: #a5afbd !important; }
    .head { border-color: #353b45 !important; }
    .cell { border-color: #2a2f37 !important; }
    .quote { background-color: #2c2617 !important; }
    .problem { background-color: #32201f !important; }
    .button { background-color: #4a7be0 !important; }
  }
`;
