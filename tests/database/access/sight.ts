/**
 * Who sees an organization's rows, for every table and view there is; a new one has to be added here before the matrix
 * passes. `stories`: members see what is about an order or a request, admins see all of it. `closed`: nobody may read it.
 */
export const sight: Record<string, "members" | "stories" | "admins" | "closed"> = {
  audit_entries: "stories",
  audit_heads: "admins",
  change_request_checks: "members",
  change_request_list: "members",
  change_requests: "members",
  changes: "members",
  decisions: "members",
  export_lines: "admins",
  exports: "admins",
  idempotency_keys: "closed",
  import_rows: "admins",
  import_sources: "admins",
  imports: "admins",
  lock_rules: "members",
  members: "members",
  notifications: "stories",
  open_targets: "members",
  order_line_locks: "members",
  order_lines: "members",
  order_locks: "members",
  order_writes: "members",
  orders: "members",
  organizations: "members",
  reasons: "members",
  request_counters: "closed",
  request_rounds: "members",
  status_word_uses: "members",
  status_words: "members",
};
