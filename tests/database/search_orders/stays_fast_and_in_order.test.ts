import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connections } from "../../support/connections.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const orders = 20_000;
let org: Organization;
const notices: string[] = [];
const sql = postgres(connections.adminDatabaseUrl, { max: 1, onnotice: ({ message }) => notices.push(message ?? "") });

beforeAll(async () => {
  org = await createOrganization();
  await superuser`
    insert into public.orders (org_id, order_number, customer, stage, requested_ship_date, line_skus, updated_at)
    select ${org.id}, 'SO-' || to_char(n, 'FM0000000'), 'Customer ' || (n % 500), 'open', current_date + n % 90,
      'SKU-' || md5(n::text), now() - make_interval(mins => n / 10)
    from generate_series(1, ${orders}::int) n`;
  // As autovacuum does after an import: until then the index keeps what is new in a list that has to be read as a whole.
  await superuser`vacuum analyze public.orders`;
  await sql`load 'auto_explain'`;
  await sql.unsafe(`
    set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set client_min_messages = log`);
});
afterAll(() => sql.end());

/** The plans of the statements a search ran, as PostgreSQL logged them. */
async function plansOf(query: string): Promise<string> {
  notices.length = 0;
  await sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: org.requester.userId })}, true), set_config('role', 'authenticated', true)`;
    await tx`select * from public.search_orders(p_org => ${org.id}, p_query => ${query})`;
  });
  return notices.filter((notice) => notice.includes("search_text")).join("\n");
}

test.each(["SO-0012345", "c4ca4238a0b9", "customer 499 so-00", "zzzzzz"])(
  "a search for %j goes through the trigram index",
  async (query) => {
    const plans = await plansOf(query);
    expect(plans).toContain("orders_by_search_text");
    expect(plans).not.toContain("Seq Scan on orders");
  },
);

test.each(["order_number", "customer", "requested_ship_date", "updated_at"])(
  "pages by %s have every order once",
  async (sort) => {
    const seen: string[] = [];
    for (let offset = 0; offset < 1000; offset += 200) {
      const page = await sql.begin(async (tx) => {
        await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: org.requester.userId })}, true), set_config('role', 'authenticated', true)`;
        return tx<{ id: string; total_count: string }[]>`
        select id, total_count from public.search_orders(p_org => ${org.id}, p_query => 'so-0000', p_sort => ${sort}, p_limit => 200, p_offset => ${offset})`;
      });
      seen.push(...page.map(({ id }) => id));
      expect(page[0]?.total_count).toBe("999");
    }
    expect(seen).toHaveLength(999);
    expect(new Set(seen).size).toBe(999);
  },
);

test("the count of a common word stops at ten thousand and one, pages at two hundred rows", async () => {
  const rows = await sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: org.requester.userId })}, true), set_config('role', 'authenticated', true)`;
    return tx`select total_count from public.search_orders(p_org => ${org.id}, p_query => 'so-', p_limit => 100000)`;
  });
  expect(rows).toHaveLength(200);
  expect(rows[0]?.total_count).toBe("10001");
});
