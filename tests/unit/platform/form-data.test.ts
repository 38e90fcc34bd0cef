import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldsOf, typedValues } from "@/lib/form-data";
import { jsonField } from "@/lib/json-field";

function form(entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("the fields of a form", () => {
  it("leave out the framework's own and collect the ticks of a group", () => {
    const fields = fieldsOf(
      form([
        ["$ACTION_ID_1", ""],
        ["note", "hi"],
        ["ids[]", "a"],
        ["ids[]", "b"],
      ]),
    );
    expect(fields).toEqual({ note: "hi", ids: ["a", "b"] });
  });

  it("cannot reach the prototype", () => {
    const fields = fieldsOf(
      form([
        ["__proto__", "polluted"],
        ["note", "hi"],
      ]),
    );
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(z.strictObject({ note: z.string() }).safeParse(fields).success).toBe(false);
  });
});

describe("what is given back to a form", () => {
  it("is text, and never a secret or a file", () => {
    const fields = fieldsOf(
      form([
        ["email", "a@b.test"],
        ["password", "hunter2"],
        ["new_password", "x"],
        ["inviteToken", "y"],
        ["file", new Blob(["z"])],
      ]),
    );
    expect(typedValues(fields)).toEqual({ email: "a@b.test" });
  });

  it("stops where no form would", () => {
    expect(typedValues({ short: "a", huge: "b".repeat(300_000) })).toEqual({ short: "a" });
  });
});

describe("a structured payload in one field", () => {
  const schema = z.strictObject({ changes: jsonField(z.array(z.strictObject({ line: z.string() })).max(2), 60) });
  const parse = (changes: string) => schema.safeParse({ changes });

  it("is parsed and checked", () => {
    expect(parse('[{"line":"1"}]').data).toEqual({ changes: [{ line: "1" }] });
  });

  it.each([
    ["not json", "{"],
    ["too long", JSON.stringify([{ line: "x".repeat(80) }])],
    ["another shape", '{"line":"1"}'],
    ["an unknown key", '[{"line":"1","org":"2"}]'],
  ])("is refused when it is %s", (_why, text) => expect(parse(text).success).toBe(false));
});
