import { describe, expect, test } from "vitest";
import { openTable } from "@/lib/imports/parse";
import { readTable, refusalOf } from "./reading";

const cellsOf = (text: string) => readTable(text).rows.map(({ cells }) => cells);

describe("reads", () => {
  test.each([",", ";", "\t", "|"])("files separated by %j", (delimiter) => {
    const text = [
      ["order", "sku", "note"],
      ["1", "A", "x, y; z"],
      ["2", "B", "q"],
    ]
      .map((row) => row.map((cell) => `"${cell}"`).join(delimiter))
      .join("\n");
    expect(cellsOf(text)).toEqual([
      ["1", "A", "x, y; z"],
      ["2", "B", "q"],
    ]);
  });

  test("semicolons although decimal commas are more frequent", () => {
    expect(openTable("a;b\n1,5;2,5\n1,5;2,5").dialect.delimiter).toBe(";");
  });

  test("Excel's sep= line, which is not a row", () => {
    expect(readTable("sep=;\r\norder;sku\r\n1;A,B\r\n")).toMatchObject({
      headers: ["order", "sku"],
      rows: [{ row: 2, cells: ["1", "A,B"] }],
    });
  });

  test("cells as text: leading zeros, exponents, spaces", () => {
    expect(cellsOf("a,b,c\n00123,1E5, x ")).toEqual([["00123", "1E5", " x "]]);
  });

  test("header names without the spaces around them", () => {
    expect(readTable(" order , sku\n1,2").headers).toEqual(["order", "sku"]);
  });

  test("all line endings, also mixed, also inside quoted cells", () => {
    for (const end of ["\n", "\r\n", "\r"]) expect(cellsOf(`a,b${end}1,2${end}3,4${end}`)).toHaveLength(2);
    expect(cellsOf("a,b\r\n1,2\n3,4\r\n5,6")).toEqual([
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(cellsOf('a,b\r\n"1\n2","3\r4"\r\n')).toEqual([["1\n2", "3\r4"]]);
  });

  test("a quotation mark inside an unquoted cell", () => {
    expect(cellsOf('a,b\n5" pipe,2')).toEqual([['5" pipe', "2"]]);
  });

  test("row numbers as a spreadsheet shows them: blank rows and quoted line breaks count once", () => {
    expect(readTable('a,b\n"1\n2",3\n\n,\n4,5').rows.map(({ row }) => row)).toEqual([2, 5]);
  });

  test("__proto__ and constructor as column names", () => {
    const { headers, rows } = readTable("__proto__,constructor\n1,2");
    expect(headers).toEqual(["__proto__", "constructor"]);
    expect(rows[0]?.cells).toEqual(["1", "2"]);
    expect(Object.prototype).not.toHaveProperty("1");
  });

  test("columns without a name, and empty cells beyond the last column", () => {
    expect(readTable("a,,b,\n1,2,3,4\n1,2,3,4,,")).toMatchObject({
      headers: ["a", "", "b", ""],
      rows: [{ row: 2 }, { row: 3, cells: ["1", "2", "3", "4"] }],
    });
  });

  test("rows across window borders", () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `${index},"text ""${index}""\r\nsecond line"`);
    const cells = cellsOf(`n,t\r\n${rows.join("\r\n")}`);
    expect(cells).toHaveLength(30_000);
    expect(cells[29_999]).toEqual(["29999", 'text "29999"\r\nsecond line']);
  });
});

describe("names rows with too many or too few cells", () => {
  test("and reads the others", () => {
    const { rows, problems } = readTable("a,b\n1,2\n1,2,3\n1\n4,5");
    expect(rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(problems).toMatchObject([
      { row: 3, expected: 2, found: 3 },
      { row: 4, expected: 2, found: 1 },
    ]);
  });
});

describe("refuses the file for", () => {
  test("an unclosed quotation mark, with the line it opened in", () => {
    expect(refusalOf(() => readTable('a,b\n1,2\n3,"4\n5,6\n'))).toMatchObject({
      code: "quote_unclosed",
      facts: { line: 3 },
    });
  });

  test("an unclosed quotation mark far from the end of a large file", () => {
    const text = `a,b\n1,"2\n${"3,4\n".repeat(600_000)}`;
    expect(refusalOf(() => readTable(text))).toMatchObject({ code: "quote_unclosed", facts: { line: 2 } });
  });

  test("text after a closing quotation mark", () => {
    expect(refusalOf(() => readTable('a,b\n1,"2"x\n'))).toMatchObject({ code: "quote_malformed", facts: { line: 2 } });
  });

  test("a column name that appears twice", () => {
    expect(refusalOf(() => readTable("sku,qty, sku\n1,2,3")).facts).toEqual({ header: "sku", first: "A", second: "C" });
  });

  test("a column name of more than 500 characters", () => {
    expect(refusalOf(() => openTable(`order,${"x".repeat(501)}\n1,2`)).facts).toEqual({ column: "B" });
  });

  test("300,000 columns", () => {
    expect(refusalOf(() => openTable(`${"a,".repeat(300_000)}b\n1`))).toMatchObject({ code: "too_many_columns" });
  });

  test("a first row without names, a single column, an endless row, an endless cell", () => {
    expect(refusalOf(() => openTable(",,\n1,2,3")).code).toBe("header_blank");
    expect(refusalOf(() => openTable("orders\n1\n2")).code).toBe("single_column");
    expect(refusalOf(() => readTable(`a,b\n${"x".repeat(1_000_001)},1\n`))).toMatchObject({ code: "record_too_long" });
    expect(refusalOf(() => readTable(`a,b\n${"ä".repeat(32_769)},1\n`)).facts).toEqual({ row: 2, column: "a" });
    expect(readTable(`a,b\n${"ä".repeat(32_768)},1\n`).rows).toHaveLength(1);
  });

  test("more than a million rows", () => {
    expect(refusalOf(() => readTable(`a,b\n${"1,2\n".repeat(1_000_001)}`)).code).toBe("too_many_rows");
  });
});
