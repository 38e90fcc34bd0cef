/**
 * All that the client roles and PUBLIC may do in `public` and `private`, as `<object> <role> <privilege>`. Whoever adds an object
 * adds its line here; whatever the catalogue has more is a hole.
 */
const readable = `
  approval_policies
  approval_policy_problems
  approver_group_members
  approver_groups
  audit_entries
  audit_heads
  change_request_checks
  change_request_list
  change_requests
  changes
  changes_to_acknowledge
  decisions
  delegations
  export_lines
  exports
  floor_pulse
  formats
  holidays
  import_events
  import_line_writes
  import_missing_orders
  import_results
  import_row_list
  import_rows
  import_source_versions
  import_sources
  import_writes
  imports
  inbox_items
  lock_rules
  lock_table
  lock_table_versions
  members
  my_queue
  notification_choices
  open_targets
  order_line_locks
  order_lines
  order_locks
  order_marks
  order_totals
  order_shipping
  order_writes
  orders
  organizations
  reasons
  request_assignments
  request_comments
  request_deciders
  request_flags
  request_rounds
  setup_drafts
  setups
  request_routing
  sheets
  ship_methods
  sites
  status_word_uses
  status_words
  stop_list
  suppressed_addresses`;

/** Of these, not every column: the lease of a mail is its sender's, what an invitation's link is checked against nobody's. */
const readableColumns: Record<string, string> = {
  api_keys: `
    created_at
    created_by
    expires_at
    id
    last_used_at
    name
    org_id
    prefix
    revoked_at
    revoked_by
    scopes`,
  invitations: `
    accepted_at
    accepted_by
    created_at
    email
    expires_at
    id
    invited_by
    issue
    name
    org_id
    revoked_at
    revoked_by
    roles
    sent_at`,
  notifications: `
    attempts
    bounced_at
    complained_at
    created_at
    delayed_at
    delivered_at
    delivery_detail
    event
    facts
    id
    issue
    last_error
    next_attempt_at
    order_id
    org_id
    provider_id
    recipient_email
    recipient_id
    recipient_name
    request_id
    sent_at
    state
    template`,
  sheet_runs: `
    acting_member
    attempts
    facts
    finished_at
    import_id
    is_scheduled
    next_attempt_at
    org_id
    sheet_id
    slot
    started_at
    state`,
};

/** Commands: a door in `public` and its body in `private`, which the door names as the caller. */
const commands: Record<string, string> = {
  authenticated: `
    accept_invitation
    acknowledge_changes
    acknowledge_order
    apply_setup
    begin_export
    begin_import
    comment_on_request
    clear_address
    choose_missing_orders
    commit_import
    correct_import_rows
    count_misfits
    create_api_key
    create_organization
    decide_change_request
    discard_import
    discard_setup_draft
    import_progress
    invite_member
    leave_organization
    mail_trouble
    map_status
    mark_notifications_read
    mark_progress
    preview_import
    read_setup
    reassign_request
    remove_holiday
    remove_site
    rename_member
    request_statistics
    resend_invitation
    restore_import_reading
    restore_lock_table
    resubmit_change_request
    revoke_delegation
    remove_sheet
    revoke_api_key
    retry_dead_notifications
    retry_notification
    revoke_invitation
    save_approval_policy
    save_approver_group
    save_delegation
    save_formats
    save_holidays
    save_lock_table
    save_reason
    save_setup_draft
    save_site
    save_sheet
    search_mail
    search_orders
    set_deadline_rules
    set_digest_time
    set_fulfillment_email
    set_member_roles
    simulate_approval_policy
    simulate_lock_table
    set_notification_choices
    stage_import_rows
    start_sheet_run
    stop_import
    submit_change_request
    take_back_mark
    take_sheet_reading
    undo_import
    verify_audit_chain
    withdraw_change_request`,
  service_role: `
    begin_export_unattended
    begin_import_unattended
    claim_notifications
    claim_sheet_run
    commit_import_unattended
    discard_import_unattended
    drop_export_lines
    find_due_requests
    find_invitation
    find_late_acknowledgements
    get_import_unattended
    list_exports_unattended
    list_import_sources_unattended
    preview_import_unattended
    read_export_lines_unattended
    mail_health
    queue_morning_digests
    record_mail_event
    remind_to_acknowledge
    is_open_to_founders
    return_attempt
    settle_due_request
    settle_notification
    settle_sheet_run
    stage_import_rows_unattended
    sweep_imports
    take_attempt
    unseal_notification
    use_api_key`,
};

/** Doors whose body has another name. */
const doorsAlone = "deactivate_member reactivate_member";

/** Helpers that policies and views of the caller's own sight call. */
const helpers = `
  approvals_left
  barred
  can_be_decided
  cancel_lock
  check_changes
  current_policy
  deciders_of
  default_rule
  default_steps
  facts_before
  fold
  is_final
  is_locked_by_default
  is_stage_locked
  line_facts
  line_floor
  line_lock
  line_stage
  lock_table_cells
  member_org_ids
  moved_fields
  order_lock
  order_totals
  own_member_ids
  policy_problems
  problem
  role_org_ids
  set_member_active
  shipping_lock
  is_ship_day
  ship_cutoff_at
  site_of
  step_people
  step_required`;

const words = (text: string) => text.trim().split(/\s+/);

export const privileges: string[] = [
  ...["anon", "authenticated", "service_role"].map((role) => `schema public ${role} USAGE`),
  ...["authenticated", "service_role"].map((role) => `schema private ${role} USAGE`),
  ...words(readable).map((name) => `public.${name} authenticated SELECT`),
  ...Object.entries(readableColumns).flatMap(([table, columns]) =>
    words(columns).map((column) => `public.${table}.${column} authenticated SELECT`),
  ),
  ...Object.entries(commands).flatMap(([role, names]) =>
    words(names).flatMap((name) => [`public.${name}() ${role} EXECUTE`, `private.${name}() ${role} EXECUTE`]),
  ),
  ...words(doorsAlone).map((name) => `public.${name}() authenticated EXECUTE`),
  ...words(helpers).map((name) => `private.${name}() authenticated EXECUTE`),
].sort();
