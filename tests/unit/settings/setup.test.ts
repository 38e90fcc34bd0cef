import { describe, expect, test } from "vitest";
import { describeSetup } from "@/lib/settings/setup/describe-setup";
import { readApproval } from "@/lib/settings/setup/read-approval";
import { readWords } from "@/lib/settings/setup/read-words";
import { setupDifferences } from "@/lib/settings/setup/setup-differences";
import { type SetupFacts, withAnswers } from "@/lib/settings/setup/setup-facts";
import { splitWords } from "@/lib/settings/setup/split-words";
import { nextOpenStep, setupSteps, stepAfter, stepBefore } from "@/lib/settings/setup/steps";
import { systems } from "@/lib/settings/setup/systems";

const main = {
  code: "main",
  name: "Main site",
  time_zone: "UTC",
  ship_cutoff: "16:00",
  work_days: [1, 2, 3, 4, 5],
  is_default: true,
  holidays: [],
};
const anyApprover = {
  id: "default",
  name: "Everything else",
  conditions: {},
  steps: [{ approvers: { anyone: true }, required: 1 }],
};
const atFirst: SetupFacts = {
  system: null,
  status_words: [],
  formats: { order_number: [], sku: [], import_misfits: "refuse" },
  sites: [main],
  daily_orders: null,
  approval_rules: [anyApprover],
  fulfillment_email: null,
  exceptions: null,
};
const priya = "00000000-0000-4000-8000-000000000001";
const names = new Map([[priya, "Priya"]]);
const rule = (id: string, percent: string) => ({
  id,
  name: "Big",
  conditions: { percent },
  steps: [{ approvers: { members: [priya] }, required: 1 }],
});
const answered = withAnswers(atFirst, {
  system: { id: "netsuite", name: "NetSuite" },
  status_words: [
    { word: "Open", stage: "open" },
    { word: "Released", stage: "released" },
    { word: "Picking", stage: "picking" },
    { word: "Picked", stage: "picked" },
    { word: "Shipped", stage: "shipped" },
    { word: "Credit Review", stage: "unknown" },
  ],
  formats: {
    order_number: [{ pattern: "SO-#####", example: "SO-48201" }],
    sku: [{ pattern: "A+-*", example: "WH-SHELF-48" }],
    import_misfits: "warn",
  },
  sites: [
    {
      ...main,
      name: "Newark",
      time_zone: "America/New_York",
      ship_cutoff: "15:30",
      holidays: [{ day: "2026-12-25", name: "" }],
    },
    { ...main, code: "west", name: "Reno", work_days: [1, 6], is_default: false },
  ],
  daily_orders: 1200,
  approval_rules: [rule("setup-1", "20")],
  fulfillment_email: "dock@example.com",
  exceptions: "Ask Rosa.",
});

describe("what is read back", () => {
  test("says every rule in a sentence", () => {
    const sections = describeSetup(answered, names);
    expect(Object.fromEntries(sections.map(({ slug, sentences }) => [slug, sentences]))).toEqual({
      system: ["Orders come from NetSuite."],
      words: [
        "An order can be changed while it is “Open” or “Released”.",
        "While it is “Picking”, each line answers for itself, and never goes below what is picked.",
        "It is locked once it is “Picked” or “Shipped”: nothing and nobody opens it.",
        "“Credit Review” has no meaning yet, so such orders are locked.",
        "A status word that nobody has given a meaning is locked, not open.",
      ],
      formats: [
        "Order numbers look like SO-##### (such as SO-48201).",
        "SKUs look like A+-* (such as WH-SHELF-48).",
        "A SKU of another shape can't be added to an order.",
        "An import takes anything else, and lists those rows.",
      ],
      sites: [
        "Newark (the default): orders leave by 15:30 America/New York, Monday to Friday, except on 1 holiday.",
        "Reno: orders leave by 16:00 UTC, Monday and Saturday.",
      ],
      volume: ["About 1,200 orders come in on a usual day."],
      approval: [
        "If a change touches 20 % of a line or more: Priya.",
        "Everything else: any approver.",
        "Nobody decides a request they wrote, and nothing is approved without a person.",
      ],
      told: [
        "An approved change goes by mail to who asked for it and to everybody with the fulfillment role.",
        "It goes to dock@example.com, too.",
      ],
      exceptions: ["“Ask Rosa.”", "This is a note for people; nothing enforces it."],
    });
  });

  test("of two versions shows only what reads otherwise", () => {
    const later = withAnswers(answered, { daily_orders: 300, exceptions: null });
    expect(setupDifferences(answered, later, names)).toEqual([
      {
        title: "Volume",
        before: ["About 1,200 orders come in on a usual day."],
        after: ["About 300 orders come in on a usual day."],
      },
      { title: "Exceptions", before: ["“Ask Rosa.”", "This is a note for people; nothing enforces it."], after: [] },
    ]);
    expect(setupDifferences(answered, answered, names)).toEqual([]);
  });
});

describe("answers", () => {
  test("are laid over what holds: words by their key, sites by their code, rules without touching others", () => {
    const own = { ...answered, approval_rules: [rule("own", "50"), rule("setup-1", "20"), anyApprover] };
    const next = withAnswers(own, {
      status_words: [{ word: "OPEN ", stage: "on_hold" }],
      sites: [{ ...main, code: "west", name: "Reno", is_default: true }],
      approval_rules: [rule("setup-1", "30")],
    });
    expect(next.status_words.find(({ word }) => word === "Open")?.stage).toBe("on_hold");
    expect(next.status_words).toHaveLength(answered.status_words.length);
    expect(next.sites.map(({ code, is_default }) => [code, is_default])).toEqual([
      ["west", true],
      ["main", false],
    ]);
    expect(next.approval_rules.map(({ id, conditions }) => [id, conditions.percent])).toEqual([
      ["own", "50"],
      ["setup-1", "30"],
      ["default", undefined],
    ]);
  });

  test("lead from question to question, and back to the first without one", () => {
    expect(setupSteps.map(({ slug }) => stepAfter(slug)).at(-1)).toBe("summary");
    expect([stepBefore("system"), stepBefore("words"), stepBefore("summary")]).toEqual([null, "system", "exceptions"]);
    expect(nextOpenStep({ system: null, formats: atFirst.formats })).toBe("words");
    expect(nextOpenStep(answered)).toBe("summary");
  });
});

test.each([
  ["Open\nReleased to WH\n\nPicked", ["Open", "Released to WH", "Picked"]],
  ["Open, open; “Picked”\tPacked", ["Open", "Picked", "Packed"]],
  ["", []],
])("words pasted as %j", (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test("new words come with the stage they usually mean, those already there keep theirs", () => {
  const typed = {
    words: ["Open"],
    stages: ["on_hold" as const],
    more: "open\nPicked\nBlorp",
    intent: "usual" as const,
  };
  expect(readWords(typed, ["picked", "Shipped"])).toEqual([
    { word: "Open", stage: "on_hold" },
    { word: "Picked", stage: "picked" },
    { word: "Blorp", stage: "unknown" },
    { word: "Shipped", stage: "shipped" },
  ]);
});

describe("who approves", () => {
  const none = { percents: [], values: [], people_1: [], people_2: [], people_3: [] };
  test("is any approver, or rules with people", () => {
    expect(readApproval({ mode: "any", ...none, percents: ["20"] })).toEqual({ ok: true, rules: [] });
    const typed = {
      mode: "rules" as const,
      ...none,
      percents: ["20", "", ""],
      values: ["", "", "5000"],
      people_1: [priya],
      people_3: [priya],
    };
    expect(readApproval(typed)).toMatchObject({
      ok: true,
      rules: [
        { id: "setup-1", name: "From 20 % on", conditions: { percent: "20" } },
        {
          id: "setup-2",
          name: "From a value of 5,000 on",
          conditions: { value: "5000" },
          steps: [{ approvers: { members: [priya] } }],
        },
      ],
    });
  });
  test.each([
    [{}, "people_1", "Say which changes go to whom"],
    [{ percents: ["", "10"] }, "people_2", "Choose who decides"],
    [{ people_3: [priya] }, "people_3", "Say from which share"],
  ])("is asked again for %j", (part, field, problem) => {
    expect(readApproval({ mode: "rules", ...none, ...part })).toMatchObject({
      ok: false,
      field,
      problem: expect.stringContaining(problem),
    });
  });
});

test("systems have a name, and words that are not the same word twice", () => {
  for (const { id, name, words } of systems) {
    expect(id).toMatch(/^[a-z0-9-]+$/);
    expect(name).not.toBe("");
    expect(splitWords(words.join("\n"))).toEqual([...words]);
  }
});
