import type { AppError } from "@/lib/errors";

const sentences: Record<string, string> = {
  import_is_closed: "This import was finished or discarded in the meantime. Nothing more was kept; start a new import.",
  row_differs:
    "A row that was uploaded before arrived again with other contents, so two files were mixed up. Discard this import and start again.",
  invalid_rows:
    "The rows arrived incomplete. Nothing of this part was kept. Reload the page and choose the file again.",
  invalid_row: "A row arrived incomplete. Nothing of this part was kept. Reload the page and choose the file again.",
  malformed_json: "The rows arrived incomplete. Nothing of this part was kept. Try again.",
};

/** What the person reads when the database refuses a part of the upload; undefined when the general sentence fits. */
export function stageRefusal({ reason }: AppError): string | undefined {
  return reason === null ? undefined : sentences[reason];
}
