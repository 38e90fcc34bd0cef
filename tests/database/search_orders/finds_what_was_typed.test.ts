import { beforeAll, expect, test } from "vitest";
import { inDays } from "../../support/days.ts";
import { createOrder } from "../../support/order.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { asMember } from "../../support/postgres.ts";
import { submitted } from "../../support/requests.ts";

type Row = {
  order_number: string;
  total_count: number;
  open_request_count: number;
  is_locked: boolean;
  order_value: string | null;
};

let org: Organization;
let strangers: Organization;

beforeAll(async () => {
  [org, strangers] = await Promise.all([createOrganization(), createOrganization()]);
  const orders: Parameters<typeof createOrder>[1][] = [
    {
      number: "SO-1001",
      customer: "Acme Stores",
      customerPo: "PO 77/A",
      lines: [{ sku: "BLUE-CUP" }],
      shipDate: inDays(1),
    },
    { number: "SO-1002", customer: "Müller & Söhne", lines: [{ sku: "RED-CUP" }], shipDate: inDays(2) },
    { number: "SO-1003", customer: "100% Cotton_Works\\Ltd", lines: [{ sku: "A" }], shipDate: inDays(3) },
    { number: "SO-10011", customer: "Zeta", lines: [{ sku: "X9" }], shipDate: null, statusWord: "Packed" },
    { number: "0500000000", customer: "Café \uff21\uff22\uff23", lines: [{ sku: "\ufb01lter" }], shipDate: inDays(4) },
    { number: "東京-7", customer: "株式会社", lines: [{ sku: "茶碗" }], shipDate: inDays(5) },
  ];
  for (const facts of orders) {
    await createOrder(org.id, facts);
    await createOrder(strangers.id, facts);
  }
});

function search(args: Record<string, unknown>, who = org): Promise<Row[]> {
  const named = Object.keys(args).map((key, index) => `p_${key} => $${index + 2}`);
  return asMember(who.requester.userId, (sql) =>
    sql.unsafe<Row[]>(`select * from public.search_orders(${["p_org => $1", ...named].join(", ")})`, [
      org.id,
      ...Object.values(args),
    ] as never[]),
  );
}

const found = async (query: string) => (await search({ query })).map(({ order_number }) => order_number).sort();

test.each([
  ["so-1001", ["SO-1001", "SO-10011"]],
  ["1001", ["SO-1001", "SO-10011"]],
  ["acme", ["SO-1001"]],
  ["  ACME   stores ", ["SO-1001"]],
  ["stores acme", ["SO-1001"]],
  ["acme red", []],
  ["77/a", ["SO-1001"]],
  ["cup", ["SO-1001", "SO-1002"]],
  ["-cup so-1002", ["SO-1002"]],
  ["MÜLLER", ["SO-1002"]],
  ["Mu\u0308ller", ["SO-1002"]],
  ["cafe\u0301", ["0500000000"]],
  ["abc", ["0500000000"]],
  ["\uff41\uff42\uff43", ["0500000000"]],
  ["filter", ["0500000000"]],
  ["050", ["0500000000"]],
  ["東京", ["東京-7"]],
  ["株式", ["東京-7"]],
  ["100%", ["SO-1003"]],
  ["%", []],
  ["_", []],
  ["\\", []],
  ["cotton_works", ["SO-1003"]],
  ["cotton%works", []],
  ["works\\ltd", ["SO-1003"]],
  ["x9", ["SO-10011"]],
  ["so", ["SO-1001", "SO-1002", "SO-1003", "SO-10011"]],
  ["ze", ["SO-10011"]],
  ["eta", ["SO-10011"]],
  ["'; drop table orders; --", []],
  ["$2[1] || ''", []],
  ["z".repeat(10_000), []],
  ["a ".repeat(5000), ["0500000000", "SO-1001", "SO-1003"]],
])("%j", async (query, numbers) => {
  expect(await found(query)).toEqual([...numbers].sort());
});

test("nothing typed is everything, and other organizations' orders are never in it", async () => {
  const rows = await search({ query: "" });
  expect(rows).toHaveLength(6);
  expect(rows.every(({ total_count }) => Number(total_count) === 6)).toBe(true);
  await expect(search({ query: "" }, strangers)).rejects.toMatchObject({ code: "PT404", message: "not_found" });
});

test("what was typed in full comes first, whatever the sort", async () => {
  for (const sort of ["order_number", "customer", "requested_ship_date", "updated_at"]) {
    for (const descending of [true, false]) {
      const [first] = await search({ query: "so-1001", sort, descending });
      expect(first?.order_number, `${sort} ${descending}`).toBe("SO-1001");
    }
  }
});

test("filters: stages, open requests, ship dates", async () => {
  const numbers = async (args: Record<string, unknown>) =>
    (await search(args)).map(({ order_number }) => order_number).sort();
  expect(await numbers({ stages: ["packed"] })).toEqual(["SO-10011"]);
  expect(await numbers({ stages: [] })).toEqual([]);
  expect(await numbers({ ship_from: inDays(2), ship_to: inDays(3) })).toEqual(["SO-1002", "SO-1003"]);
  expect(await numbers({ ship_to: inDays(1) })).toEqual(["SO-1001"]);
  const order = await createOrder(org.id, { number: "ASKED-1" });
  await submitted(org.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  expect(await numbers({ open_requests: true })).toEqual(["ASKED-1"]);
  expect(await search({ query: "asked-1" })).toMatchObject([
    { open_request_count: "1", is_locked: false, order_value: "630" },
  ]);
  expect(await search({ query: "so-10011" })).toMatchObject([{ open_request_count: "0", is_locked: true }]);
});

test("an unknown sort or stage is refused, not pasted into the query", async () => {
  for (const sort of ["id", "customer; drop table orders", "order_number desc", ""]) {
    await expect(search({ sort })).rejects.toMatchObject({ code: "PT422", message: "unknown_sort" });
  }
  for (const stages of [["open", "nowhere"], ["OPEN"], [null]]) {
    await expect(search({ stages })).rejects.toMatchObject({ code: "PT422", message: "unknown_stage" });
  }
});
