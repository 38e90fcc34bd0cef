import { expect, test } from "vitest";
import { type Answer, ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { auditCount } from "../../support/imports.ts";
import { createOrganization, type Organization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";

const dublin = {
  p_code: "DUB 2",
  p_name: "Dublin",
  p_time_zone: "Europe/Dublin",
  p_ship_cutoff: "14:30",
  p_work_days: [5, 1, 5],
  p_is_default: false,
};

const askAdmin = (org: Organization, command: string, args: Record<string, unknown>): Promise<Answer> =>
  ask(org.admin.userId, command, { p_org: org.id, ...args });
const sites = (org: Organization) =>
  superuser`select code, name, time_zone, ship_cutoff::text as cutoff, work_days, is_default from public.sites where org_id = ${org.id} order by code`;
const holidays = async (org: Organization, site = "main") => {
  const rows = await superuser<{ day: string; name: string }[]>`
    select day::text, name from public.holidays where org_id = ${org.id} and site_code = ${site} order by day`;
  return rows.map(({ day, name }) => [day, name]);
};

test("a site is added, changed, made the default and removed, each once in the trail", async () => {
  const org = await createOrganization();
  expect(await askAdmin(org, "save_site", dublin)).toEqual({ outcome: "saved", code: "dub 2" });
  expect(await askAdmin(org, "save_site", { ...dublin, p_code: " dub  2 ", p_work_days: [1, 5] })).toEqual({
    outcome: "unchanged",
  });
  expect(await askAdmin(org, "save_site", { ...dublin, p_is_default: true, p_ship_cutoff: "15:00" })).toMatchObject({
    outcome: "saved",
  });
  expect([...(await sites(org))]).toEqual([
    {
      code: "dub 2",
      name: "Dublin",
      time_zone: "Europe/Dublin",
      cutoff: "15:00:00",
      work_days: [1, 5],
      is_default: true,
    },
    {
      code: "main",
      name: "Main site",
      time_zone: "UTC",
      cutoff: "16:00:00",
      work_days: [1, 2, 3, 4, 5],
      is_default: false,
    },
  ]);
  const [organization] = await superuser`select time_zone from public.organizations where id = ${org.id}`;
  expect(organization, "the default site's clock is the organization's").toEqual({ time_zone: "Europe/Dublin" });

  await askAdmin(org, "save_holidays", { p_site_code: "main", p_days: [{ day: "2026-12-25", name: "Christmas" }] });
  expect(await askAdmin(org, "remove_site", { p_code: "dub 2" })).toMatchObject({
    code: "PT409",
    reason: "default_site",
  });
  expect(await askAdmin(org, "remove_site", { p_code: "MAIN" })).toEqual({ outcome: "removed", code: "main" });
  expect(await holidays(org)).toEqual([]);
  expect([await auditCount(org, "site.saved"), await auditCount(org, "site.removed")]).toEqual([2, 1]);
});

test("holidays are pasted, renamed and taken out", async () => {
  const org = await createOrganization();
  const save = (days: unknown) => askAdmin(org, "save_holidays", { p_site_code: "Main", p_days: days });
  const first = [{ day: "2026-12-25", name: "Christmas" }, { day: "2026-12-26" }, { day: "2026-12-25", name: "Xmas" }];
  expect(await save(first)).toEqual({ outcome: "saved", days: 2 });
  expect(await save([{ day: "2026-12-26", name: "" }])).toEqual({ outcome: "unchanged" });
  expect(await save([{ day: "2026-12-26", name: "Boxing Day" }])).toEqual({ outcome: "saved", days: 0 });
  expect(await holidays(org)).toEqual([
    ["2026-12-25", "Xmas"],
    ["2026-12-26", "Boxing Day"],
  ]);
  const remove = () => askAdmin(org, "remove_holiday", { p_site_code: "main", p_day: "2026-12-25" });
  expect([(await remove()).outcome, (await remove()).outcome]).toEqual(["removed", "unchanged"]);
  expect(await holidays(org)).toHaveLength(1);
  expect(await auditCount(org, "holidays.saved")).toBe(3);
});

test("two admins who make different sites the default at once leave exactly one", async () => {
  const org = await createOrganization();
  await askAdmin(org, "save_site", { ...dublin, p_code: "a" });
  await askAdmin(org, "save_site", { ...dublin, p_code: "b" });
  for (let round = 0; round < 10; round++) {
    const answers = await Promise.all(
      ["a", "b"].map((code) => askAdmin(org, "save_site", { ...dublin, p_code: code, p_is_default: true })),
    );
    expect(answers.every(({ outcome }) => outcome === "saved" || outcome === "unchanged")).toBe(true);
    expect((await sites(org)).filter(({ is_default }) => is_default)).toHaveLength(1);
  }
});

const org = await createOrganization();
test.each([
  [{ p_code: "" }, "required"],
  [{ p_code: "x".repeat(61) }, "too_long"],
  [{ p_code: "\ufdfa".repeat(60) }, "too_long"],
  [{ p_name: "\u200b" }, "required"],
  [{ p_time_zone: "EST5EDT,M3.2.0" }, "unknown_time_zone"],
  [{ p_time_zone: null }, "unknown_time_zone"],
  [{ p_ship_cutoff: "24:00" }, "invalid_cutoff"],
  [{ p_ship_cutoff: "16:00:30" }, "invalid_cutoff"],
  [{ p_work_days: [] }, "invalid_work_days"],
  [{ p_work_days: [0] }, "invalid_work_days"],
  [{ p_work_days: null }, "invalid_work_days"],
])("refuses a site with %j", async (part, reason) => {
  const before = await footprint(org.id);
  expect(await askAdmin(org, "save_site", { ...dublin, ...part })).toMatchObject({ code: "PT422", reason });
  expect(await footprint(org.id)).toEqual(before);
});

test.each([
  [{ p_days: [{ day: "2026-02-30" }] }, "invalid_date"],
  [{ p_days: [{ day: "tomorrow" }] }, "invalid_date"],
  [{ p_days: [{}] }, "invalid_date"],
  [{ p_days: ["2026-12-25"] }, "invalid_date"],
  [{ p_days: [{ day: "2026-12-25", name: "x".repeat(121) }] }, "too_long"],
  [{ p_days: Array(401).fill({ day: "2026-12-25" }) }, "invalid_days"],
  [{ p_days: null }, "invalid_days"],
])("refuses holidays %j", async (part, reason) => {
  const before = await footprint(org.id);
  expect(await askAdmin(org, "save_holidays", { p_site_code: "main", ...part })).toMatchObject({
    code: "PT422",
    reason,
  });
  expect(await footprint(org.id)).toEqual(before);
});

test("the default site cannot be made an ordinary one, and what isn't there isn't found", async () => {
  const before = await footprint(org.id);
  const main = { ...dublin, p_code: "main" };
  expect(await askAdmin(org, "save_site", main)).toMatchObject({ code: "PT409", reason: "default_site" });
  for (const [command, args] of [
    ["remove_site", { p_code: "nowhere" }],
    ["save_holidays", { p_site_code: "nowhere", p_days: [] }],
    ["remove_holiday", { p_site_code: "nowhere", p_day: "2026-12-25" }],
  ] as const)
    expect(await askAdmin(org, command, args)).toMatchObject({ code: "PT404" });
  expect(await footprint(org.id)).toEqual(before);
});
