import { expect, test } from "vitest";
import { PRESETS } from "@/lib/imports/presets/known-presets";
import { fixtureFile, readFixture } from "../../support/import-fixture.ts";
import { createOrganization } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { download, nothingNew, upload } from "../../support/round-trip.ts";

const byText = (one: string, other: string) => (one < other ? -1 : 1);

test.each(PRESETS.map(({ id }) => id))(
  "a file of %s is stored line by line, and neither it nor its export changes anything when it comes again",
  async (id) => {
    const org = await createOrganization();
    const { rows } = await readFixture(id);
    expect((await upload(org, fixtureFile(id), null)).counts).toMatchObject({
      new_lines: rows.length,
      errors: 0,
      problems: 0,
    });

    const stored = await superuser<{ line: string }[]>`
      select concat_ws(' ', o.order_number, l.sku, trim_scale(l.quantity_ordered)::text, l.status_word) as line
      from public.order_lines l join public.orders o on o.org_id = l.org_id and o.id = l.order_id where l.org_id = ${org.id}`;
    const read = rows.map(({ order_number, fields }) =>
      [order_number, fields.sku, String(Number(fields.quantity_ordered)), fields.line_status].filter(Boolean).join(" "),
    );
    expect(stored.map(({ line }) => line).sort(byText)).toEqual(read.sort(byText));

    expect((await upload(org, fixtureFile(id), null)).counts).toMatchObject(nothingNew);
    // Words nobody mapped are locked, and yet open.
    const exported = await download(org, "open");
    expect(exported?.rows).toBeGreaterThan(0);
    expect((await upload(org, exported?.bytes ?? "", exported?.source ?? null)).counts).toMatchObject(nothingNew);
  },
);
