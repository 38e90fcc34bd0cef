-- How many orders carry each status word, as their own or on one of their lines, so that the settings show what a
-- mapping would move. The reader's own sight: row-level security of both tables applies.

create view public.status_word_uses with (security_invoker = true) as
  select u.org_id, u.status_word, count(distinct u.order_id)::integer as orders
  from (
    select o.org_id, o.status_word, o.id as order_id from public.orders o where o.status_word is not null
    union all
    select l.org_id, l.status_word, l.order_id from public.order_lines l where l.status_word is not null and l.removed_at is null
  ) u
  group by u.org_id, u.status_word;

grant select on public.status_word_uses to authenticated;

comment on view public.status_word_uses is 'Status words as the orders spell them; fold them to meet status_words.word_key.';
