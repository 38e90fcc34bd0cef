import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { type FileRow, importFile, lineOf, type OrderRow, type Preview, readOrder } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";

type Item = [sku: string, qty: string];

/** A file whose lines are known by SKU and place alone. */
function importItems(org: Organization, ...items: Item[]): Promise<Preview> {
  const rows = items.map(([sku, qty]): FileRow => ({ order: "SO-1", sku, qty, status: "Open" }));
  return importFile(org, rows, { columns: ["order", "sku", "qty", "status"] });
}

async function approve(org: Organization, changes: (order: OrderRow) => Change[]): Promise<void> {
  const order = await readOrder(org, "SO-1");
  const request = await submitted(org.requester, order, changes(order));
  expect((await decide(org.approver, request, "approve")).outcome).toBe("applied");
}

async function exportUpdates(org: Organization): Promise<void> {
  const answer = await ask(org.admin.userId, "begin_export", {
    p_org: org.id,
    p_scope: "updates",
    p_idempotency_key: randomUUID(),
  });
  expect(answer.outcome).toBe("created");
}

const substitute = (line: { id: string }, sku: string): Change => ({ kind: "substitute_line", line_id: line.id, sku });

/** What the order holds, the way it would be picked. */
async function contents(org: Organization): Promise<Item[]> {
  const { lines } = await readOrder(org, "SO-1");
  return lines.filter((line) => !line.removed).map((line): Item => [line.sku, line.quantity]);
}

test("two lines that took each other's SKU keep their own quantities in the next old file", async () => {
  const org = await createOrganization();
  await importItems(org, ["A", "10"], ["B", "5"]);
  await approve(org, (order) => [substitute(lineOf(order), "B"), substitute(lineOf(order, 2), "A")]);
  const approved = await readOrder(org, "SO-1");
  expect((await importItems(org, ["A", "10"], ["B", "5"])).counts).toMatchObject({ changed_lines: 0, new_lines: 0 });
  expect(await readOrder(org, "SO-1")).toEqual(approved);

  await exportUpdates(org);
  const taken = await importItems(org, ["B", "10"], ["A", "5"]);
  expect(taken.counts).toMatchObject({ changed_lines: 0, new_lines: 0, unchanged_lines: 2 });
  expect(await contents(org)).toEqual([
    ["B", "10"],
    ["A", "5"],
  ]);
});

test("a line that took the SKU another one gave up is no second line, before and after the source knows", async () => {
  const org = await createOrganization();
  await importItems(org, ["A", "10"], ["B", "5"]);
  await approve(org, (order) => [substitute(lineOf(order, 2), "C")]);
  await approve(org, (order) => [substitute(lineOf(order), "B")]);
  const approved: Item[] = [
    ["B", "10"],
    ["C", "5"],
  ];
  await importItems(org, ["A", "10"], ["B", "5"]);
  expect(await contents(org)).toEqual(approved);

  await exportUpdates(org);
  await importItems(org, ...approved);
  expect(await contents(org)).toEqual(approved);
});

test("a source that went back on an exported substitution changes both lines and adds none", async () => {
  const org = await createOrganization();
  await importItems(org, ["A", "10"], ["B", "5"]);
  await approve(org, (order) => [substitute(lineOf(order, 2), "C")]);
  await approve(org, (order) => [substitute(lineOf(order), "B")]);
  await exportUpdates(org);
  for (let time = 0; time < 2; time++) {
    await importItems(org, ["A", "10"], ["B", "5"]);
    expect(await contents(org)).toEqual([
      ["A", "10"],
      ["B", "5"],
    ]);
  }
});

test("a new line of a SKU that a substituted line has taken is a line of its own", async () => {
  const org = await createOrganization();
  await importItems(org, ["A", "10"]);
  await approve(org, (order) => [substitute(lineOf(order), "B")]);
  const expected: Item[] = [
    ["B", "10"],
    ["B", "3"],
  ];
  for (let time = 0; time < 2; time++) {
    await importItems(org, ["A", "10"], ["B", "3"]);
    expect(await contents(org)).toEqual(expected);
  }
  await exportUpdates(org);
  expect((await importItems(org, ...expected)).counts).toMatchObject({ new_lines: 0 });
  expect(await contents(org)).toEqual(expected);
});

test("when the source drops a removed line, the later lines of the same SKU move up and none comes back", async () => {
  const org = await createOrganization();
  await importItems(org, ["A", "10"], ["A", "5"], ["A", "7"]);
  await approve(org, (order) => [{ kind: "remove_line", line_id: lineOf(order).id }]);
  const left: Item[] = [
    ["A", "5"],
    ["A", "7"],
  ];
  await importItems(org, ["A", "10"], ...left);
  expect(await contents(org), "the source does not know yet").toEqual(left);

  await exportUpdates(org);
  await importItems(org, ["A", "0"], ...left);
  expect(await contents(org), "the source keeps the row at 0").toEqual(left);
  for (let time = 0; time < 2; time++) {
    const seen = await importItems(org, ...left);
    expect(seen.counts).toMatchObject({ changed_lines: 0, new_lines: 0, unchanged_lines: 2 });
    expect(await contents(org), "the source dropped the row").toEqual(left);
  }
});
