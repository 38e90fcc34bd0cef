import { beforeAll, expect, test } from "vitest";
import { visit } from "../../support/app.ts";
import { createFilledTeam, type FilledTeam } from "../../support/place.ts";

let team: FilledTeam;
let others: FilledTeam;
beforeAll(async () => {
  team = await createFilledTeam({ number: "SO-FIND-1", customer: "Quince & Co" });
  others = await createFilledTeam({ number: "SO-FIND-2", customer: "Quince & Co" });
});

const find = (query: string) => visit(`/${team.place.slug}/find${query}`, { as: team.requester });
const labels = async (text: string) => {
  const response = await find(`?q=${encodeURIComponent(text)}`);
  expect(response.status, text).toBe(200);
  return ((await response.json()) as { label: string }[]).map(({ label }) => label);
};

test("an order and its requests are found, and nothing of another organization", async () => {
  expect(others.place.request).toBe(team.place.request);
  expect(await labels("quince")).toEqual(["SO-FIND-1", team.place.request]);
  expect(await labels("SO-FIND-2")).toEqual([]);
});

test("a reference is found however it is written", async () => {
  for (const text of [team.place.request, "cr-1", "CR 1", "cr1"])
    expect(await labels(text)).toContain(team.place.request);
});

test("signs of a pattern, a NUL and blanks are text like any other", async () => {
  for (const text of ["%", "_", "\\", "\0", "  ", "*)(", "'; drop table orders"])
    expect(await labels(text)).toEqual([]);
});

test("what is no search is refused in words", async () => {
  for (const query of ["", `?q=${"x".repeat(101)}`, "?q=a&sort=evil"]) {
    const response = await find(query);
    expect(response.status, query).toBe(422);
    expect(await response.json()).toMatchObject({
      ok: false,
      code: "invalid",
      message: expect.stringMatching(/\w+ \w+/),
    });
  }
});
