-- How many orders carry each status word, as their own or on one of their lines, so that the settings show what a
-- mapping would move. The reader's own sight: row-level security of both tables applies.

create view public.status_word_uses with (security_invoker = true) as
  select u.org_id, u.status_word, sum(u.orders)::integer as orders
  from (
    select o.org_id, o.status_word, count(*) as orders from public.orders o where o.status_word is not null group by o.org_id, o.status_word
    union all
    -- Only orders that were not counted for their own word.
    select l.org_id, l.status_word, count(distinct l.order_id)
    from public.order_lines l
    join public.orders o on o.org_id = l.org_id and o.id = l.order_id and o.status_word is distinct from l.status_word
    where l.status_word is not null and l.removed_at is null
    group by l.org_id, l.status_word
  ) u
  group by u.org_id, u.status_word;

grant select on public.status_word_uses to authenticated;

comment on view public.status_word_uses is 'Status words as the orders spell them; fold them to meet status_words.word_key.';
