import { expect, test } from "vitest";
import { createOrganization } from "../../support/organization.ts";
import { superuser as sql } from "../../support/postgres.ts";

const { id: org } = await createOrganization();
await sql`update public.sites set time_zone = 'America/New_York', ship_cutoff = '15:30' where org_id = ${org}`;
await sql`insert into public.holidays (org_id, site_code, day) values (${org}, 'main', '2026-12-25')`;
await sql`insert into public.sites (org_id, code, name, time_zone, ship_cutoff, work_days)
  values (${org}, 'dub 2', 'Dublin', 'Europe/Dublin', '02:30', '{1,2,3,4,5,6,7}')`;

const cutoff = async (day: string, site: string | null = null) => {
  const [row] = await sql<{ at: Date | null }[]>`
    select private.ship_cutoff_at(private.site_of(${org}, ${site}), ${day}::date) as at`;
  return row?.at?.toISOString();
};

test.each([
  ["a work day in winter", "2026-11-26", "2026-11-26T20:30:00.000Z"],
  ["a work day in summer", "2026-07-01", "2026-07-01T19:30:00.000Z"],
  ["the Friday before the clocks change", "2026-10-30", "2026-10-30T19:30:00.000Z"],
  ["the Monday after it", "2026-11-02", "2026-11-02T20:30:00.000Z"],
  ["a Sunday: what ships then leaves on Friday", "2026-11-29", "2026-11-27T20:30:00.000Z"],
  ["a holiday", "2026-12-25", "2026-12-24T20:30:00.000Z"],
  ["the weekend after a holiday", "2026-12-27", "2026-12-24T20:30:00.000Z"],
])("%s", async (_, day, expected) => {
  expect(await cutoff(day)).toBe(expected);
});

test("a site is found by what the file calls it, and an unknown word means the default", async () => {
  expect(await cutoff("2026-11-26", "  DUB   2 ")).toBe("2026-11-26T02:30:00.000Z");
  expect(await cutoff("2026-11-26", "nowhere")).toBe("2026-11-26T20:30:00.000Z");
});

test("a time that the clocks skip is the moment after the gap", async () => {
  await sql`update public.sites set ship_cutoff = '01:30' where org_id = ${org} and code = 'dub 2'`;
  expect(await cutoff("2026-03-29", "DUB 2")).toBe("2026-03-29T01:30:00.000Z");
});
