import { describe, expect, test } from "vitest";
import { checkSize, decodeFile } from "@/lib/imports/decode";
import { bytesOf, refusalOf } from "./reading";

const utf16 = (text: string, isLittleEndian: boolean) =>
  [...text].flatMap((one) => {
    const code = one.charCodeAt(0);
    return isLittleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });

describe("recognises the encoding", () => {
  test.each([
    ["utf-8", bytesOf("Käufer;1"), "Käufer;1"],
    ["utf-8-bom", bytesOf([0xef, 0xbb, 0xbf], "Käufer"), "Käufer"],
    ["utf-16le", bytesOf([0xff, 0xfe], utf16("Käufer\n1", true)), "Käufer\n1"],
    ["utf-16be", bytesOf([0xfe, 0xff], utf16("Käufer\n1", false)), "Käufer\n1"],
    ["utf-16le", bytesOf(utf16("order,sku\n1,A", true)), "order,sku\n1,A"],
    ["utf-16be", bytesOf(utf16("order,sku\n1,A", false)), "order,sku\n1,A"],
    ["windows-1252", bytesOf("K", [0xe4], "ufer ", [0x80, 0x96]), "Käufer €–"],
  ])("%s", (encoding, bytes, text) => {
    expect(decodeFile(bytes)).toMatchObject({ encoding, text });
  });

  test("shows a word that would look wrong if the guess were wrong", () => {
    expect(decodeFile(bytesOf("order,name\n1,M", [0xfc], "ller AG")).sample).toBe("Müller");
    expect(decodeFile(bytesOf("plain")).sample).toBeNull();
  });
});

describe("refuses", () => {
  test("an empty file, and one of nothing but blanks", () => {
    expect(refusalOf(() => decodeFile(bytesOf())).code).toBe("file_empty");
    expect(refusalOf(() => decodeFile(bytesOf([0xef, 0xbb, 0xbf], " \r\n\r\n"))).code).toBe("file_empty");
  });

  test("a byte over 50 MB, naming the size, and accepts exactly 50 MB", () => {
    expect(() => checkSize(52_428_800)).not.toThrow();
    const problem = refusalOf(() => decodeFile(new Uint8Array(52_428_801)));
    expect(problem.code).toBe("file_too_large");
    expect(problem.message).toContain("52,428,801");
  });

  test.each([
    ["an Excel workbook", bytesOf([0x50, 0x4b, 3, 4, 20, 0])],
    ["an old Excel workbook", bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ["a PDF", bytesOf("%PDF-1.7")],
    ["gzip", bytesOf([0x1f, 0x8b, 8])],
    ["a web page", bytesOf("\n <html><table>")],
    ["a web page", bytesOf([0xef, 0xbb, 0xbf], '<?xml version="1.0"?>')],
  ])("%s, by name", (kind, bytes) => {
    const problem = refusalOf(() => decodeFile(bytes));
    expect(problem.code).toBe("file_binary");
    expect(problem.message).toContain(kind);
  });

  test("a column name that begins with PK is not an archive", () => {
    expect(decodeFile(bytesOf("PKG,SKU\n1,2")).encoding).toBe("utf-8");
  });

  test("a NUL byte, with its line", () => {
    expect(refusalOf(() => decodeFile(bytesOf("a,b\n1,", [0], "\n")))).toMatchObject({
      code: "file_has_nul",
      facts: { line: 2 },
    });
    expect(refusalOf(() => decodeFile(bytesOf("a,b\n1,", [0xe4, 0], "\n"))).code).toBe("file_has_nul");
  });

  test("UTF-8 that was cut or damaged instead of reading it as another encoding", () => {
    const damaged = bytesOf("a,Müller\nb,Jürgen\nc,", [0xc3]);
    expect(refusalOf(() => decodeFile(damaged))).toMatchObject({ code: "encoding_damaged", facts: { line: 3 } });
  });

  test("UTF-16 cut in the middle of a letter", () => {
    expect(refusalOf(() => decodeFile(bytesOf([0xff, 0xfe], utf16("a\nb", true), [0x41]))).code).toBe(
      "encoding_damaged",
    );
  });

  test("a byte the chosen code page has no letter for", () => {
    const problem = refusalOf(() => decodeFile(bytesOf("a,b\nM", [0x81], "ller,1"), "windows-1252"));
    expect(problem).toMatchObject({ code: "encoding_unknown", facts: { line: 2, byte: "0x81" } });
  });
});
