/** Everything a notification says: in HTML, in plain text, and in the app, which shows the same. */
export type MailContent = {
  organization: string;
  subject: string;
  heading: string;
  /** What happened and what there is to do, in a sentence or two. */
  lead: string;
  /** Why something is not possible. */
  problems: string[];
  /** What somebody wrote, and who: "Why, by Priya". */
  note: { label: string; text: string } | null;
  /** Before and after, under heads of their own. */
  changes: { columns: { before: string; after: string }; rows: MailChange[] } | null;
  /** Several things at once, such as what waits: a title each, and a line about it. */
  lists: { title: string; rows: { title: string; text: string }[]; more: number }[];
  /** Who, for whom, why: label and text. */
  items: { label: string; text: string }[];
  /** The one link; it opens a page and does nothing by itself. */
  link: { label: string; href: string };
  /** Whether members can turn this mail off, and are told where. */
  isChoice: boolean;
};

export type MailChange = { subject: string; before: string; after: string; difference: string };

/** What a mail has none of unless it says otherwise. */
export const nothingMore = {
  problems: [],
  note: null,
  changes: null,
  lists: [],
  items: [],
  isChoice: true,
} satisfies Partial<MailContent>;

/** What a writer knows besides the frozen facts. */
export type MailContext = {
  /** When it happened; every "12 minutes ago" counts from here. */
  createdAt: string;
  /** The app's address without a slash at its end; empty for links inside the app. */
  appUrl: string;
};
