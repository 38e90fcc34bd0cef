-- What an import does to stages: the file's word against what we hold.

-- Where an order stands after an import: what the file says against what we hold. THE place for that question, for orders here
-- and for their lines below; whoever keeps marks of our own that an older file must not undo adds them here.
-- Null p_held: a new order. Not p_is_told: the file has no status at all. p_is_kept: cancelled here by an approved request the
-- source cannot know yet.
create function private.order_stage_after_import(
  p_held public.orders, p_told public.order_stage, p_is_told boolean, p_is_kept boolean
) returns public.order_stage
language sql stable set search_path = '' as $$
  select case
    when p_is_kept then p_held.stage
    when p_is_told then coalesce(p_told, 'unknown')
    -- The file has an order again that we had closed: its last word counts.
    when p_held.closed_at is not null then coalesce(private.stage_of_word(p_held.org_id, p_held.status_word), 'unknown')
    else coalesce(p_held.stage, 'unknown')
  end
$$;

create function private.line_stage_after_import(p_held public.order_stage, p_told public.order_stage, p_is_told boolean) returns public.order_stage
language sql immutable set search_path = '' as $$
  select case when p_is_told then p_told else p_held end
$$;

-- How far a stage is, to tell when a file takes an order back: from picking on, what is done is done.
create function private.stage_progress(p_stage public.order_stage) returns integer
language sql immutable parallel safe set search_path = '' as $$
  select case coalesce(p_stage, 'unknown')
    when 'picking' then 1 when 'picked' then 2 when 'packed' then 3 when 'partially_shipped' then 4 when 'shipped' then 5
    when 'closed' then 6 when 'cancelled' then 6 when 'unknown' then null else 0
  end
$$;

revoke execute on all functions in schema private from public;
