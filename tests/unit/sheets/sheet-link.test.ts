import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSheetRef, linkProblemSentence, parseSheetLink, sheetAddress } from "@/lib/sheets/sheet-link";

const id = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd";

describe("what people paste", () => {
  test.each([
    [`https://docs.google.com/spreadsheets/d/${id}/edit#gid=123`, "123"],
    [`https://docs.google.com/spreadsheets/d/${id}/edit?gid=7#gid=8`, "8"],
    [`https://docs.google.com/spreadsheets/d/${id}/edit?usp=sharing`, "0"],
    [`  docs.google.com/spreadsheets/d/${id}  `, "0"],
    [`https://docs.google.com/spreadsheets/u/1/d/${id}/edit?gid=5`, "5"],
    [`https://docs.google.com/spreadsheets/d/${id}/export?format=xlsx&gid=9`, "9"],
    [`https://drive.google.com/file/d/${id}/view`, "0"],
    [`https://drive.google.com/open?id=${id}`, "0"],
    [`HTTPS://DOCS.GOOGLE.COM/spreadsheets/d/${id}/`, "0"],
  ])("%s", (link, gid) => expect(parseSheetLink(link)).toEqual({ spreadsheetId: id, gid }));
});

describe("what is no sheet", () => {
  test.each([
    ["", "not_a_link"],
    ["open orders", "not_a_link"],
    ["javascript:alert(1)", "not_a_link"],
    [`http://docs.google.com/spreadsheets/d/${id}`, "not_a_sheet"],
    [`https://docs.google.com.evil.test/spreadsheets/d/${id}`, "not_a_sheet"],
    [`https://evil.test/docs.google.com/spreadsheets/d/${id}`, "not_a_sheet"],
    [`https://docs.google.com@evil.test/spreadsheets/d/${id}`, "not_a_sheet"],
    [`https://user:secret@docs.google.com/spreadsheets/d/${id}`, "not_a_sheet"],
    [`https://docs.google.com:8443/spreadsheets/d/${id}`, "not_a_sheet"],
    [`https://169.254.169.254/spreadsheets/d/${id}`, "not_a_sheet"],
    [`https://localhost/spreadsheets/d/${id}`, "not_a_link"],
    [`file:///spreadsheets/d/${id}`, "not_a_link"],
    [`https://docs.google.com/spreadsheets/d/../../secret`, "not_a_sheet"],
    [`https://docs.google.com/spreadsheets/d/${id}%2F..%2Fadmin/edit`, "not_a_sheet"],
    [`https://docs.google.com/spreadsheets/d/${id}/edit#gid=1%26format=pdf`, "not_a_sheet"],
    [`https://docs.google.com/document/d/${id}/edit`, "not_a_sheet"],
    [`https://docs.google.com/spreadsheets/d/e/2PACX-${id}/pubhtml`, "published"],
    [`https://drive.google.com/drive/folders/${id}`, "folder"],
    [`https://docs.google.com/spreadsheets/d/${"x".repeat(3_000)}`, "not_a_link"],
  ] as const)("%s", (link, problem) => {
    expect(parseSheetLink(link)).toBe(problem);
    expect(linkProblemSentence(problem)).toMatch(/link/);
  });
});

test("whatever is pasted, only an id and a number come out of it", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.tuple(fc.domain(), fc.string()).map(([host, tail]) => `https://${host}/spreadsheets/d/${id}/${tail}`),
    fc.string().map((tail) => `https://docs.google.com/spreadsheets/d/${tail}`),
    fc.string().map((tail) => `https://docs.google.com/spreadsheets/d/${id}/${tail}`),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const parsed = parseSheetLink(text);
      if (!isSheetRef(parsed)) return;
      expect(parsed.spreadsheetId).toMatch(/^[A-Za-z0-9_-]{20,100}$/);
      expect(parsed.gid).toMatch(/^\d{1,12}$/);
      expect(parseSheetLink(sheetAddress(parsed))).toEqual(parsed);
    }),
    { numRuns: 2_000 },
  );
});
