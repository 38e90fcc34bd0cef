import { cptable } from "@e965/xlsx/dist/cpexcel.full.mjs";
import { describe, expect, test } from "vitest";
import { CODE_PAGES, encodeCodePage, hasLetterFor, upperHalf } from "@/lib/imports/code-pages";
import { decodeFile } from "@/lib/imports/decode";

test.each([437, 850, 852] as const)("the letters of DOS page %d are those of SheetJS's table", (page) => {
  const table = (cptable as Record<number, { dec: string[] }>)[page]?.dec ?? [];
  expect(upperHalf(`cp${page}`)).toBe(Array.from({ length: 128 }, (_, at) => table[128 + at]).join(""));
});

test.each(CODE_PAGES)("every letter of %s survives writing and reading", (page) => {
  const letters = [...upperHalf(page)].filter((_, at) => hasLetterFor(upperHalf(page), 128 + at)).join("");
  const bytes = encodeCodePage(`order,name\n1,${letters}`, page);
  expect(bytes && decodeFile(bytes, page)).toMatchObject({ encoding: page, text: `order,name\n1,${letters}` });
});

/** Names as they stand in files, and the pages they could have been written in. */
const names = {
  German: ["Müller Größe Köln Jäger Straße", ["windows-1252", "cp850"]],
  French: ["Société Générale, Hôtel Orléans, François, Noël", ["windows-1252", "cp850"]],
  Spanish: ["Señor Muñoz, Peña Núñez, Córdoba", ["windows-1252", "cp850"]],
  Danish: ["Jørgensen Søren Bjørn", ["windows-1252", "cp850"]],
  Portuguese: ["São João Conceição Gonçalves", ["windows-1252", "cp850"]],
  Polish: ["Łódź Wałęsa Śląsk Kraków", ["windows-1250", "cp852"]],
  Czech: ["Dvořák Plzeň Žižka Škoda Příbram", ["windows-1250", "cp852"]],
  Hungarian: ["Győr Erdős Szűcs Gábor", ["windows-1250", "cp852"]],
  Russian: ["Привет Москва Иванов", ["windows-1251", "cp866"]],
} as const;

describe("a page is told by how words look in it, or is one of the two a person is asked about", () => {
  const cases = Object.entries(names).flatMap(([language, [text, pages]]) =>
    pages.map((page) => [language, page, text] as const),
  );
  test.each(cases)("%s in %s", (_, page, text) => {
    const bytes = encodeCodePage(`order,customer\n1,${text}\n`, page);
    if (!bytes) throw new Error("The page lacks a letter of its own language.");
    const { text: read, rival } = decodeFile(bytes);
    if (rival?.encoding !== page) expect(read).toContain(text);
  });

  test("where two readings make words, both are shown and a person decides", () => {
    const bytes = encodeCodePage("order,customer\n1,Zakład\n", "cp852");
    const { encoding, sample, rival } = decodeFile(bytes ?? new Uint8Array());
    expect([encoding, rival?.encoding]).toContain("cp852");
    expect([sample, rival?.sample]).toContain("Zakład");
  });
});
