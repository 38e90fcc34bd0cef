import { randomUUID } from "node:crypto";

const hash = "0".repeat(64);
const by = { p_credential: hash };

/** For the server's secret key alone. */
export const serverCommands: Record<string, Record<string, unknown>> = {
  begin_export_unattended: { ...by, p_scope: "open", p_reference: null, p_idempotency_key: randomUUID() },
  begin_import_unattended: {
    ...by,
    p_file_name: "orders.csv",
    p_file_bytes: 100,
    p_file_hash: hash,
    p_format: {},
    p_row_count: 1,
    p_idempotency_key: randomUUID(),
  },
  claim_notifications: { p_limit: 1, p_lease_seconds: 60 },
  claim_sheet_run: { p_lease_seconds: 60 },
  commit_import_unattended: { ...by, p_import_id: randomUUID(), p_idempotency_key: randomUUID() },
  discard_import_unattended: { ...by, p_import_id: randomUUID() },
  drop_export_lines: { p_limit: 1 },
  find_due_requests: { p_limit: 1 },
  find_late_acknowledgements: { p_limit: 1 },
  find_invitation: { p_token: randomUUID() },
  get_import_unattended: { ...by, p_import_id: randomUUID() },
  is_open_to_founders: {},
  list_exports_unattended: { ...by, p_scope: null, p_before: null, p_limit: 1 },
  list_import_sources_unattended: by,
  preview_import_unattended: { ...by, p_import_id: randomUUID() },
  read_export_lines_unattended: { ...by, p_export_id: randomUUID(), p_source_id: null, p_after: 0, p_limit: 1 },
  mail_health: {},
  queue_morning_digests: {},
  record_mail_event: {
    p_event_id: "msg_1",
    p_provider_id: randomUUID(),
    p_kind: "delivered",
    p_is_permanent: false,
    p_detail: "",
    p_happened_at: "2026-11-26T07:00:00Z",
  },
  remind_to_acknowledge: { p_request_id: randomUUID() },
  return_attempt: { p_kind: "sign_in", p_email: "somebody@example.test", p_address: "192.0.2.1" },
  settle_due_request: { p_request_id: randomUUID() },
  settle_notification: { p_id: randomUUID(), p_lease: randomUUID(), p_outcome: "sent" },
  settle_sheet_run: { ...by, p_state: "failed" },
  stage_import_rows_unattended: { ...by, p_import_id: randomUUID(), p_rows: [] },
  take_attempt: { p_kind: "sign_in", p_email: "somebody@example.test", p_address: "192.0.2.1" },
  sweep_imports: {},
  unseal_notification: { p_id: randomUUID(), p_lease: randomUUID() },
  use_api_key: { ...by, p_scope: "imports:write", p_address: "192.0.2.1" },
};
