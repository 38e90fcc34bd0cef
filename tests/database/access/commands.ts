import { randomUUID } from "node:crypto";
import type { Role } from "../../support/organization.ts";
import { importCommands } from "./import-commands.ts";
import type { Scene } from "./scene.ts";

export type Command = {
  /** Who may; undefined: every active member. */
  role?: Role;
  /** Another role that may as well; refusals name the first. */
  orRole?: Role;
  /** A call that would go through for whoever may. */
  args: (scene: Scene) => Record<string, unknown>;
};

const hash = "0".repeat(64);
const key = () => randomUUID();
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const formats = { order_number: [], sku: [{ pattern: "A+-#", example: "WIDGET-1" }], import_misfits: "warn" };
const changes = (scene: Scene) => [{ kind: "set_quantity", line_id: scene.line, quantity: "7" }];

/** Every command that people may call. A new one has to be added here before the tests of this folder pass. */
export const commands: Record<string, Command> = {
  ...importCommands,
  acknowledge_changes: {
    role: "fulfillment",
    args: (scene) => ({ p_org: scene.org, p_request_ids: [scene.pending.id] }),
  },
  acknowledge_order: { role: "fulfillment", args: (scene) => ({ p_org: scene.org, p_order_number: "SO-1" }) },
  apply_setup: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_answers: { daily_orders: 120 },
      p_expected_version: 0,
      p_idempotency_key: key(),
    }),
  },
  begin_export: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_scope: "open", p_idempotency_key: key() }),
  },
  comment_on_request: {
    args: (scene) => ({ p_request_id: scene.pending.id, p_body: "Hm", p_mentioned: [], p_idempotency_key: key() }),
  },
  clear_address: { role: "admin", args: (scene) => ({ p_org: scene.org, p_email: scene.heldEmail }) },
  count_misfits: { role: "admin", args: (scene) => ({ p_org: scene.org, p_formats: formats }) },
  create_api_key: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_name: "nightly",
      p_scopes: ["imports:write"],
      p_expires_at: null,
      p_prefix: "ocr_abcd1234",
      p_key_hash: hash,
      p_idempotency_key: key(),
    }),
  },
  deactivate_member: { role: "admin", args: (scene) => ({ p_org: scene.org, p_member_id: scene.member }) },
  decide_change_request: {
    // Admins too, where no approver is left: decide_change_request/has_somebody_to_decide.
    role: "approver",
    args: (scene) => ({
      p_request_id: scene.pending.id,
      p_decision: "approve",
      p_note: null,
      p_expected_version: scene.pending.version,
      p_payload_hash: scene.pending.hash,
      p_idempotency_key: key(),
    }),
  },
  discard_setup_draft: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  read_setup: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  invite_member: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_email: "new@example.test",
      p_name: "New Colleague",
      p_roles: ["requester"],
      p_idempotency_key: key(),
    }),
  },
  leave_organization: { args: (scene) => ({ p_org: scene.org }) },
  map_status: { role: "admin", args: (scene) => ({ p_org: scene.org, p_word: "Open", p_stage: "on_hold" }) },
  mark_progress: {
    role: "fulfillment",
    orRole: "admin",
    args: (scene) => ({ p_order_id: scene.order, p_line_ids: null, p_stage: "picked", p_idempotency_key: key() }),
  },
  mark_notifications_read: { args: (scene) => ({ p_org: scene.org }) },
  mail_trouble: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  reactivate_member: { role: "admin", args: (scene) => ({ p_org: scene.org, p_member_id: scene.member }) },
  reassign_request: {
    role: "approver",
    orRole: "admin",
    args: (scene) => ({
      p_request_id: scene.pending.id,
      p_member_id: scene.approver,
      p_note: null,
      p_idempotency_key: key(),
    }),
  },
  remove_holiday: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_site_code: "main", p_day: "2099-12-25" }),
  },
  remove_site: { role: "admin", args: (scene) => ({ p_org: scene.org, p_code: "north" }) },
  remove_sheet: { role: "admin", args: (scene) => ({ p_org: scene.org, p_sheet_id: scene.sheet }) },
  rename_member: { args: (scene) => ({ p_org: scene.org, p_name: "Another Name" }) },
  request_statistics: { args: (scene) => ({ p_org: scene.org, p_weeks: 4 }) },
  resend_invitation: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_invitation_id: scene.invitation }),
  },
  resubmit_change_request: {
    role: "requester",
    args: (scene) => ({
      p_request_id: scene.returned.id,
      p_base_version: scene.returned.version,
      p_changes: changes(scene),
      p_reason_code: "other",
      p_reason: "Again",
      p_idempotency_key: key(),
    }),
  },
  revoke_delegation: { role: "approver", orRole: "admin", args: (scene) => ({ p_delegation_id: scene.delegation }) },
  revoke_api_key: { role: "admin", args: (scene) => ({ p_org: scene.org, p_key_id: scene.apiKey }) },
  retry_dead_notifications: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  retry_notification: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_notification_id: scene.deadMail }),
  },
  revoke_invitation: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_invitation_id: scene.invitation }),
  },
  save_approval_policy: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_rules: [], p_expected_version: 1, p_idempotency_key: key() }),
  },
  save_approver_group: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_group_id: scene.group,
      p_name: "Buyers",
      p_member_ids: [],
      p_active: true,
      p_idempotency_key: key(),
    }),
  },
  save_delegation: {
    role: "approver",
    orRole: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_from_member_id: null,
      p_to_member_id: scene.approver,
      p_starts_at: null,
      p_ends_at: tomorrow(),
      p_note: null,
      p_idempotency_key: key(),
    }),
  },
  save_formats: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_formats: formats, p_known_misfits: 1_000 }),
  },
  save_holidays: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_site_code: "main", p_days: [{ day: "2099-12-26", name: "" }] }),
  },
  restore_lock_table: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_version: 0, p_expected_version: 0 }),
  },
  save_lock_table: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_rules: [{ kind: "add_line", stage: "open", is_locked: true }],
      p_expected_version: 0,
    }),
  },
  simulate_lock_table: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  save_reason: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_code: "weather", p_label: "Weather", p_position: 7, p_active: true }),
  },
  save_setup_draft: { role: "admin", args: (scene) => ({ p_org: scene.org, p_answers: { daily_orders: 120 } }) },
  save_site: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_code: "north",
      p_name: "North",
      p_time_zone: "UTC",
      p_ship_cutoff: "12:00",
      p_work_days: [1, 2],
      p_is_default: false,
    }),
  },
  save_sheet: {
    role: "admin",
    args: (scene) => ({
      p_org: scene.org,
      p_sheet_id: scene.sheet,
      p_name: "Open orders",
      p_spreadsheet_id: "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdef",
      p_gid: "0",
      p_schedule: "daily",
      p_hour: 6,
    }),
  },
  search_mail: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  search_orders: { args: (scene) => ({ p_org: scene.org, p_query: "" }) },
  set_deadline_rules: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_remind_minutes: 120, p_escalate_minutes: 30 }),
  },
  set_digest_time: { role: "admin", args: (scene) => ({ p_org: scene.org, p_time: "06:30" }) },
  set_fulfillment_email: { role: "admin", args: (scene) => ({ p_org: scene.org, p_email: "floor@example.test" }) },
  set_member_roles: {
    role: "admin",
    args: (scene) => ({ p_org: scene.org, p_member_id: scene.member, p_roles: ["requester", "approver"] }),
  },
  simulate_approval_policy: { role: "admin", args: (scene) => ({ p_org: scene.org, p_rules: [], p_since: null }) },
  set_notification_choices: {
    args: (scene) => ({ p_org: scene.org, p_choices: { request_applied: "digest" } }),
  },
  take_back_mark: {
    role: "fulfillment",
    orRole: "admin",
    args: (scene) => ({
      p_order_id: scene.order,
      p_line_id: null,
      p_note: "The wrong order",
      p_idempotency_key: key(),
    }),
  },
  take_sheet_reading: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  start_sheet_run: { role: "admin", args: (scene) => ({ p_org: scene.org, p_sheet_id: scene.sheet }) },
  submit_change_request: {
    role: "requester",
    args: (scene) => ({
      p_order_id: scene.order,
      p_base_version: scene.version,
      p_changes: changes(scene),
      p_reason_code: "other",
      p_reason: "They called",
      p_idempotency_key: key(),
    }),
  },
  verify_audit_chain: { role: "admin", args: (scene) => ({ p_org: scene.org }) },
  withdraw_change_request: {
    role: "requester",
    args: (scene) => ({ p_request_id: scene.pending.id, p_idempotency_key: key() }),
  },
};

/** Its own rule: only while there is no organization, by anybody who is signed in. */
export const foundingCommand = "create_organization";

/** Its own rule: by whoever holds the link and has the address it was sent to. */
export const acceptingCommand = "accept_invitation";
