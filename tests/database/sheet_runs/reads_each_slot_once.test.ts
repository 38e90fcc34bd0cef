import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Answer, ask, askAs } from "../../support/ask.ts";
import { formatOf, readOrders, stagedRows } from "../../support/imports.ts";
import { createOrganization, deactivate, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

type Run = { credential: string; sheet_id: string; slot: string; attempt: number; is_scheduled: boolean };

const spreadsheetId = () => `sheet-${randomUUID()}`;

async function saved(org: Organization, schedule = "hourly", hour: number | null = null): Promise<string> {
  const answer = await ask(org.admin.userId, "save_sheet", {
    p_org: org.id,
    p_sheet_id: null,
    p_name: "Open orders",
    p_spreadsheet_id: spreadsheetId(),
    p_gid: "0",
    p_schedule: schedule,
    p_hour: hour,
  });
  expect(answer).toMatchObject({ outcome: "saved" });
  return String(answer.sheet_id);
}

/** As if nothing had been read since then. */
const makeDue = (sheetId: string, since = "2 hours") =>
  superuser`update public.sheets set last_slot = now() - ${since}::interval where id = ${sheetId}`;

/** Claims until the run of this sheet comes; whatever other tests have due is put back. */
async function claim(sheetId: string): Promise<Run | null> {
  for (let n = 0; n < 50; n += 1) {
    const answer = (await askAs("service_role", "claim_sheet_run", { p_lease_seconds: 60 })) as Answer & { run?: Run };
    if (!answer) return null;
    if (answer.run?.sheet_id === sheetId) return answer.run;
    if (answer.run) {
      const other = answer.run;
      await superuser`delete from public.sheet_runs where sheet_id = ${other.sheet_id} and slot = ${other.slot}`;
      await superuser`update public.sheets set last_slot = now() - interval '2 hours' where id = ${other.sheet_id}`;
    }
  }
  throw new Error("Other tests keep the scheduler busy.");
}

const settle = (credential: string, state: string, more: Record<string, unknown> = {}) =>
  askAs("service_role", "settle_sheet_run", { p_credential: credential, p_state: state, ...more });

const runsOf = (sheetId: string) =>
  superuser<{ state: string; attempts: number; told: boolean }[]>`
    select state, attempts, is_told as told from public.sheet_runs where sheet_id = ${sheetId} order by slot`;

const mailsTo = async (org: Organization) =>
  (
    await superuser<{ facts: { state: string } }[]>`
      select facts from public.notifications where org_id = ${org.id} and template = 'import_needs_you' and recipient_id = ${org.admin.memberId} order by created_at`
  ).map(({ facts }) => facts.state);

/** Everything a worker does between its claim and the commit. */
async function previewed({ credential }: Pick<Run, "credential">): Promise<string> {
  const rows = [{ order: "SO-1", line: "1", sku: "BOLT", qty: "10", status: "Open" }];
  const call = (command: string, args: Record<string, unknown>) =>
    askAs("service_role", command, { p_credential: credential, ...args });
  const begun = await call("begin_import_unattended", {
    p_file_name: "Open orders.csv",
    p_file_bytes: 10,
    p_file_hash: null,
    p_format: formatOf(),
    p_row_count: 1,
    p_idempotency_key: randomUUID(),
  });
  const id = String(begun.import_id);
  await call("stage_import_rows_unattended", { p_import_id: id, p_rows: stagedRows(rows) });
  expect(await call("preview_import_unattended", { p_import_id: id })).toMatchObject({ outcome: "previewed" });
  return id;
}

const commit = ({ credential }: Pick<Run, "credential">, id: string) =>
  askAs("service_role", "commit_import_unattended", {
    p_credential: credential,
    p_import_id: id,
    p_idempotency_key: randomUUID(),
  });

describe("a slot", () => {
  test("is one run, however many schedulers there are, and missed ones are not made up for", async () => {
    const sheetId = await saved(await createOrganization());
    await makeDue(sheetId, "3 days");
    await Promise.all(
      Array.from({ length: 20 }, () => askAs("service_role", "claim_sheet_run", { p_lease_seconds: 60 })),
    );
    expect(await runsOf(sheetId)).toHaveLength(1);
    await makeDue(sheetId, "3 days");
    await Promise.all(
      Array.from({ length: 5 }, () => askAs("service_role", "claim_sheet_run", { p_lease_seconds: 60 })),
    );
    expect(await runsOf(sheetId)).toHaveLength(1);
  });

  test("is not due right after saving, nor for a sheet that is read by hand or was removed", async () => {
    const org = await createOrganization();
    const [fresh, byHand, removed] = [await saved(org), await saved(org, "never"), await saved(org)];
    await makeDue(byHand);
    await makeDue(removed);
    await ask(org.admin.userId, "remove_sheet", { p_org: org.id, p_sheet_id: removed });
    for (const id of [fresh, byHand, removed]) expect(await claim(id)).toBeNull();
  });

  test("is at the organization's own hour, on the days a clock is put forward or back too", async () => {
    const slot = async (hour: number, zone: string, now: string) => {
      const [row] = await superuser<{ slot: Date }[]>`
        select private.sheet_slot('daily', ${hour}::smallint, ${zone}, ${now}::timestamptz) as slot`;
      return row?.slot.toISOString();
    };
    expect(await slot(6, "UTC", "2026-11-26T05:59:59Z")).toBe("2026-11-25T06:00:00.000Z");
    expect(await slot(6, "UTC", "2026-11-26T06:00:00Z")).toBe("2026-11-26T06:00:00.000Z");
    expect(await slot(6, "America/New_York", "2026-11-26T11:30:00Z")).toBe("2026-11-26T11:00:00.000Z");
    // 02:00 does not exist on 29 March in Berlin, and exists twice on 25 October: one slot each.
    expect(await slot(2, "Europe/Berlin", "2026-03-29T12:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
    expect(await slot(2, "Europe/Berlin", "2026-10-25T00:59:00Z")).toBe("2026-10-24T00:00:00.000Z");
    expect(await slot(2, "Europe/Berlin", "2026-10-25T01:30:00Z")).toBe("2026-10-25T01:00:00.000Z");
  });
});

describe("a run", () => {
  test("ends in the transaction of its commit, in the name of whoever saved the sheet", async () => {
    const org = await createOrganization();
    const sheetId = await saved(org);
    await makeDue(sheetId);
    const run = await claim(sheetId);
    if (!run) throw new Error("It was due.");
    const id = await previewed(run);
    expect(await commit(run, id)).toMatchObject({ outcome: "committed" });
    expect(Object.keys(await readOrders(org))).toEqual(["SO-1"]);
    expect(await runsOf(sheetId)).toEqual([{ state: "committed", attempts: 1, told: false }]);
    const [entry] = await superuser<{ actor: string }[]>`
      select actor_name as actor from public.audit_entries where org_id = ${org.id} and action = 'import.committed'`;
    expect(entry?.actor).toBe("Google Sheet “Open orders” by Ada Admin");
    // The worker's late word, and its lease, are worth nothing any more.
    expect(await settle(run.credential, "failed")).toMatchObject({ outcome: "superseded" });
    expect(await commit(run, id)).toMatchObject({ code: "PT401" });
    expect(await mailsTo(org)).toEqual([]);
  });

  test("of a worker that died is taken over, three times at most, and what was left behind is thrown away", async () => {
    const org = await createOrganization();
    const sheetId = await saved(org);
    await makeDue(sheetId);
    const dead = await claim(sheetId);
    if (!dead) throw new Error("It was due.");
    const left = await previewed(dead);
    const expire = () =>
      superuser`update public.sheet_runs set lease_until = now() - interval '1 second' where sheet_id = ${sheetId}`;
    await expire();
    const second = await claim(sheetId);
    expect(second).toMatchObject({ attempt: 2 });
    // The first one wakes up.
    expect(await commit(dead, left)).toMatchObject({ code: "PT401" });
    const again = await previewed(second as Run);
    expect(await superuser`select status from public.imports where id = ${left}`).toEqual([{ status: "discarded" }]);
    expect(again).not.toBe(left);
    await expire();
    expect(await claim(sheetId)).toMatchObject({ attempt: 3 });
    await expire();
    expect(await claim(sheetId)).toBeNull();
    expect(await runsOf(sheetId)).toEqual([{ state: "failed", attempts: 3, told: true }]);
    expect(await mailsTo(org)).toEqual(["failed"]);
  });

  test("that failed in passing is tried again later, and tells nobody before it has given up", async () => {
    const org = await createOrganization();
    const sheetId = await saved(org);
    await makeDue(sheetId);
    for (const attempt of [1, 2, 3]) {
      const run = await claim(sheetId);
      expect(run).toMatchObject({ attempt });
      const answer = await settle(run?.credential ?? "", "failed", {
        p_facts: { reason: "busy", message: "Busy." },
        p_retry: true,
      });
      expect(answer.outcome).toBe(attempt < 3 ? "to_be_repeated" : "settled");
      expect(await claim(sheetId)).toBeNull();
      await superuser`update public.sheet_runs set next_attempt_at = now() where sheet_id = ${sheetId} and state = 'running'`;
    }
    expect(await mailsTo(org)).toEqual(["failed"]);
  });

  test("that waits for a person tells the admins, once a day of the same thing", async () => {
    const org = await createOrganization();
    const sheetId = await saved(org);
    const finish = async (state: string, reason: string) => {
      await makeDue(sheetId);
      // As if an hour had gone by: the runs so far, and what was told of them, are of earlier slots.
      await superuser`update public.sheet_runs set slot = slot - interval '1 hour' where sheet_id = ${sheetId}`;
      await superuser`update public.notifications set event = event || ' earlier' where org_id = ${org.id}`;
      await superuser`update public.inbox_items set event = event || ' earlier' where org_id = ${org.id}`;
      const run = await claim(sheetId);
      if (!run) throw new Error("It was due.");
      const importId = state === "waiting" ? await previewed(run) : null;
      await settle(run.credential, state, { p_import_id: importId, p_facts: { reason, message: "Look." } });
    };
    await finish("waiting", "unmapped_words");
    await finish("waiting", "unmapped_words");
    expect(await mailsTo(org)).toEqual(["waiting"]);
    await finish("failed", "private");
    await finish("failed", "private");
    expect(await mailsTo(org)).toEqual(["waiting", "failed"]);
    // It went well in between, so the next time is news.
    await finish("unchanged", "same");
    await finish("failed", "private");
    expect(await mailsTo(org)).toEqual(["waiting", "failed", "failed"]);
  });

  test("by a click is its clicker's, stands beside the schedule, and tells nobody by mail", async () => {
    const org = await createOrganization();
    const sheetId = await saved(org);
    const start = () => ask(org.admin.userId, "start_sheet_run", { p_org: org.id, p_sheet_id: sheetId });
    const started = (await start()) as Answer & { run: Run };
    expect(started).toMatchObject({ outcome: "started", run: { is_scheduled: false } });
    expect(await start()).toMatchObject({ outcome: "running" });
    await settle(started.run.credential, "failed", { p_facts: { reason: "private", message: "Private." } });
    expect(await mailsTo(org)).toEqual([]);
    await makeDue(sheetId);
    expect(await claim(sheetId)).toMatchObject({ is_scheduled: true });
  });

  test("does nothing once its sheet is removed or its admin is gone", async () => {
    const org = await createOrganization();
    const [sheetId, other] = [await saved(org), await saved(org)];
    await makeDue(sheetId);
    const run = (await claim(sheetId)) as Run;
    const id = await previewed(run);
    await ask(org.admin.userId, "remove_sheet", { p_org: org.id, p_sheet_id: sheetId });
    expect(await commit(run, id)).toMatchObject({ code: "PT401", reason: "invalid_credential" });
    await makeDue(other);
    const orphan = (await claim(other)) as Run;
    await deactivate(org.admin);
    const list = await askAs("service_role", "list_import_sources_unattended", { p_credential: orphan.credential });
    expect(list).toMatchObject({ code: "PT401", reason: "admin_gone" });
    expect(await readOrders(org)).toEqual({});
  });
});

test("one tab is saved once, and a link nobody could have pasted is refused", async () => {
  const org = await createOrganization();
  const args = {
    p_org: org.id,
    p_sheet_id: null,
    p_name: "A",
    p_spreadsheet_id: spreadsheetId(),
    p_gid: "1",
    p_schedule: "never",
    p_hour: null,
  };
  const save = (more: Record<string, unknown> = {}) => ask(org.admin.userId, "save_sheet", { ...args, ...more });
  const answers = await Promise.all(Array.from({ length: 8 }, () => save()));
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([...Array(7).fill("already_saved"), "saved"]);
  expect(await save({ p_gid: "2" })).toMatchObject({ outcome: "saved" });
  for (const wrong of [
    { p_spreadsheet_id: "../../etc/passwd" },
    { p_spreadsheet_id: "a/b".repeat(10) },
    { p_gid: "1&x=2" },
    { p_gid: "" },
  ])
    expect(await save({ p_gid: "3", ...wrong })).toMatchObject({ code: "PT422", reason: "invalid_link" });
  for (const wrong of [
    { p_schedule: "weekly" },
    { p_schedule: "daily" },
    { p_schedule: "daily", p_hour: 24 },
    { p_hour: 6 },
  ])
    expect(await save({ p_gid: "4", ...wrong })).toMatchObject({ code: "PT422", reason: "invalid_schedule" });
});
