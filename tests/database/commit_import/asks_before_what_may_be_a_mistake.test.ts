import { expect, test } from "vitest";
import {
  commit,
  commitConfirmed,
  type FileRow,
  imported,
  importFile,
  lineOf,
  preview,
  readOrder,
  stage,
} from "../../support/imports.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const row = (order: string, status: string, qty = "10"): FileRow => ({ order, line: "1", sku: "BOLT", qty, status });
const many = (count: number, qty = "10") => Array.from({ length: count }, (_, at) => row(`SO-${at + 1}`, "Open", qty));

test("an order is taken back to an earlier stage only when somebody says so", async () => {
  const org = await createOrganization();
  await importFile(org, [row("SO-1", "Picked"), row("SO-2", "Open")]);
  const importId = await stage(org, [row("SO-1", "Open"), row("SO-2", "Open", "11")]);
  const seen = await preview(org, importId);
  expect(seen.confirmations).toEqual([{ code: "stage_backwards", orders: 1 }]);
  expect(seen.counts).toMatchObject({ backwards: 1, problems: 0 });

  const asked = await commit(org, importId);
  expect(asked).toMatchObject({ outcome: "unconfirmed", unconfirmed: [{ code: "stage_backwards", orders: 1 }] });
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "picked", version: 1 });
  expect(lineOf(await readOrder(org, "SO-2")).quantity).toBe("10");
  // Saying yes to something else is not enough.
  expect((await commitConfirmed(org, importId, ["older_file"])).outcome).toBe("unconfirmed");

  expect((await commitConfirmed(org, importId, ["stage_backwards"])).outcome).toBe("committed");
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "open", version: 2 });
  const [entry] = await superuser<{ confirmed: unknown }[]>`
    select after -> 'confirmed' as confirmed from public.audit_entries
    where org_id = ${org.id} and action = 'import.committed' order by seq desc limit 1`;
  expect(entry?.confirmed).toEqual([{ code: "stage_backwards", orders: 1 }]);
});

test("a file with a twentieth of the rows asks", async () => {
  const org = await createOrganization();
  await importFile(org, many(40));
  const most = await preview(org, await stage(org, many(3)));
  expect(most.confirmations).toEqual([]);
  const few = await stage(org, many(2, "11"));
  expect((await preview(org, few)).confirmations).toEqual([
    { code: "fewer_rows", rows: 2, earlier_rows: 40, import: 1 },
  ]);
  expect((await commit(org, few)).outcome).toBe("unconfirmed");
  expect((await commitConfirmed(org, few, ["fewer_rows"])).outcome).toBe("committed");
});

test("the same file again is a no-op that asks nothing", async () => {
  const org = await createOrganization();
  const hash = "a".repeat(64);
  await importFile(org, many(3), { hash });
  const importId = await stage(org, many(3), { hash });
  expect((await preview(org, importId)).confirmations).toEqual([]);
  expect((await commit(org, importId)).outcome).toBe("committed");
  expect(await readOrder(org, "SO-1")).toMatchObject({ version: 1 });
});

test("an older file after a newer one asks: by its bytes, by when it was made, by what it takes back", async () => {
  const org = await createOrganization();
  const [monday, tuesday, other] = ["a", "b", "c"].map((letter) => letter.repeat(64));
  await importFile(org, many(4, "10"), { hash: monday ?? null, madeAt: "2026-01-05T08:00:00Z" });
  await importFile(org, many(4, "12"), { hash: tuesday ?? null, madeAt: "2026-01-06T08:00:00Z" });

  const reason = async (rows: FileRow[], options: { hash?: string | undefined; madeAt?: string }) => {
    const { confirmations } = await preview(
      org,
      await stage(org, rows, { hash: options.hash ?? null, ...(options.madeAt && { madeAt: options.madeAt }) }),
    );
    return confirmations.map(({ code, reason: why, import: number }) => [code, why, number]);
  };
  expect(await reason(many(4, "10"), { hash: monday })).toEqual([["older_file", "same_as_earlier", 2]]);
  expect(await reason(many(4, "13"), { hash: other, madeAt: "2026-01-05T20:00:00Z" })).toEqual([
    ["older_file", "made_earlier", 2],
  ]);
  expect(await reason(many(4, "10"), { hash: other })).toEqual([["older_file", "goes_back", 2]]);
  // A newer file that changes other things asks nothing, and neither does one that takes a single line back.
  expect(await reason(many(4, "13"), { hash: other, madeAt: "2026-01-07T08:00:00Z" })).toEqual([]);
  expect(await reason([...many(1, "10"), ...many(4, "13").slice(1)], { hash: other })).toEqual([]);
});

test("an order that is picked while the file is compared is not reopened by it", async () => {
  const org = await createOrganization();
  await imported(org, many(2));
  const importId = await stage(org, many(2, "11"));
  await preview(org, importId);
  // Somebody else's write between the preview and the commit.
  await superuser`
    update public.orders set stage = 'picked', version = version + 1 where org_id = ${org.id} and order_number = 'SO-1'`;
  expect(await commit(org, importId)).toMatchObject({ outcome: "unconfirmed" });
  expect(await readOrder(org, "SO-1")).toMatchObject({ stage: "picked", version: 2 });
});

test("choices nobody offers are refused", async () => {
  const org = await createOrganization();
  const importId = await stage(org, many(1));
  await preview(org, importId);
  expect(await commitConfirmed(org, importId, ["everything"])).toMatchObject({
    code: "PT422",
    reason: "invalid_choices",
  });
});
