import { hexOf } from "@/lib/audit/entry-row";
import { exactTime } from "@/lib/audit/exact-time";

/** An entry exactly as it entered its hash: the database's own text of its JSON, times to the microsecond. */
export type HashedRow = {
  org_id: string;
  seq: number;
  at: string;
  actor_id: string | null;
  actor_name: string | null;
  actor_email: string | null;
  actor_roles: string[] | null;
  action: string;
  order_id: string | null;
  order_number: string | null;
  request_id: string | null;
  request_reference: string | null;
  before: string | null;
  after: string | null;
  prev_hash: string;
  hash: string;
};

export const hashedColumns =
  "org_id, seq, at:at::text, actor_id, actor_name, actor_email, actor_roles, action, order_id, order_number, request_id, request_reference, before:before::text, after:after::text, prev_hash:prev_hash::text, hash:hash::text";

type HashedField = [name: keyof HashedRow, value: (row: HashedRow) => string | null];

/** The columns of a download, in the order in which they are hashed; null stays null. */
export const hashedFields: readonly HashedField[] = [
  ["org_id", (row) => row.org_id],
  ["seq", (row) => String(row.seq)],
  ["at", (row) => exactTime(row.at)],
  ["actor_id", (row) => row.actor_id],
  ["actor_name", (row) => row.actor_name],
  ["actor_email", (row) => row.actor_email],
  ["actor_roles", (row) => row.actor_roles?.join(",") ?? null],
  ["action", (row) => row.action],
  ["order_id", (row) => row.order_id],
  ["order_number", (row) => row.order_number],
  ["request_id", (row) => row.request_id],
  ["request_reference", (row) => row.request_reference],
  ["before", (row) => row.before],
  ["after", (row) => row.after],
  ["prev_hash", (row) => hexOf(row.prev_hash)],
  ["hash", (row) => hexOf(row.hash)],
];

/** Goes with every JSON download, so that somebody without this software can check the chain. */
export const hashingRule = {
  hash: "SHA-256, as hex, over the UTF-8 bytes of the parts joined with |",
  parts: ["the text audit.v1", ...hashedFields.slice(0, -1).map(([name]) => name)],
  encoding:
    "Each part is its length in bytes, a colon and its text; a part that is null is a single -. Every value below is the exact text that was hashed.",
  chain:
    "prev_hash is the hash of the entry with the seq before; the first entry has the SHA-256 of nothing. No seq is left out.",
  spreadsheets:
    "A CSV download writes null as an empty cell and guards cells that a spreadsheet could run with an apostrophe: check the hashes on the JSON.",
} as const;
