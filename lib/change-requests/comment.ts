export type Comment = {
  id: string;
  body: string;
  author: string;
  at: string;
  round: number;
  /** Names of those it was meant for. */
  mentioned: string[];
};
