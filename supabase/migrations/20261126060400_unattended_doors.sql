-- The doors of unattended work, for the server's secret key alone: each opens the body of the same name.
create function public.use_api_key(p_credential text, p_scope text, p_address text) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.use_api_key(p_credential, p_scope, p_address)
$$;
create function public.begin_import_unattended(p_credential text, p_file_name text, p_file_bytes bigint, p_file_hash text, p_format jsonb, p_row_count integer, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.begin_import_unattended(p_credential, p_file_name, p_file_bytes, p_file_hash, p_format, p_row_count, p_idempotency_key)
$$;
create function public.stage_import_rows_unattended(p_credential text, p_import_id uuid, p_rows jsonb) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.stage_import_rows_unattended(p_credential, p_import_id, p_rows)
$$;
create function public.preview_import_unattended(p_credential text, p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '120s' as $$
  select private.preview_import_unattended(p_credential, p_import_id)
$$;
create function public.commit_import_unattended(p_credential text, p_import_id uuid, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '120s' as $$
  select private.commit_import_unattended(p_credential, p_import_id, p_idempotency_key)
$$;
create function public.discard_import_unattended(p_credential text, p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.discard_import_unattended(p_credential, p_import_id)
$$;
create function public.get_import_unattended(p_credential text, p_import_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.get_import_unattended(p_credential, p_import_id)
$$;
create function public.list_import_sources_unattended(p_credential text) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.list_import_sources_unattended(p_credential)
$$;
create function public.begin_export_unattended(p_credential text, p_scope text, p_reference text, p_idempotency_key text) returns jsonb
language sql security invoker set search_path = '' set statement_timeout = '120s' as $$
  select private.begin_export_unattended(p_credential, p_scope, p_reference, p_idempotency_key)
$$;
create function public.list_exports_unattended(p_credential text, p_scope text, p_before integer, p_limit integer) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.list_exports_unattended(p_credential, p_scope, p_before, p_limit)
$$;
create function public.read_export_lines_unattended(p_credential text, p_export_id uuid, p_source_id uuid, p_after integer, p_limit integer) returns jsonb
language sql security invoker set search_path = '' as $$
  select private.read_export_lines_unattended(p_credential, p_export_id, p_source_id, p_after, p_limit)
$$;

revoke execute on all functions in schema private from public;
revoke execute on function
  public.use_api_key(text, text, text),
  public.begin_import_unattended(text, text, bigint, text, jsonb, integer, text),
  public.stage_import_rows_unattended(text, uuid, jsonb),
  public.preview_import_unattended(text, uuid),
  public.commit_import_unattended(text, uuid, text),
  public.discard_import_unattended(text, uuid),
  public.get_import_unattended(text, uuid),
  public.list_import_sources_unattended(text),
  public.begin_export_unattended(text, text, text, text),
  public.list_exports_unattended(text, text, integer, integer),
  public.read_export_lines_unattended(text, uuid, uuid, integer, integer)
from public;
grant execute on function
  private.use_api_key(text, text, text),
  private.begin_import_unattended(text, text, bigint, text, jsonb, integer, text),
  private.stage_import_rows_unattended(text, uuid, jsonb),
  private.preview_import_unattended(text, uuid),
  private.commit_import_unattended(text, uuid, text),
  private.discard_import_unattended(text, uuid),
  private.get_import_unattended(text, uuid),
  private.list_import_sources_unattended(text),
  private.begin_export_unattended(text, text, text, text),
  private.list_exports_unattended(text, text, integer, integer),
  private.read_export_lines_unattended(text, uuid, uuid, integer, integer),
  public.use_api_key(text, text, text),
  public.begin_import_unattended(text, text, bigint, text, jsonb, integer, text),
  public.stage_import_rows_unattended(text, uuid, jsonb),
  public.preview_import_unattended(text, uuid),
  public.commit_import_unattended(text, uuid, text),
  public.discard_import_unattended(text, uuid),
  public.get_import_unattended(text, uuid),
  public.list_import_sources_unattended(text),
  public.begin_export_unattended(text, text, text, text),
  public.list_exports_unattended(text, text, integer, integer),
  public.read_export_lines_unattended(text, uuid, uuid, integer, integer)
to service_role;
