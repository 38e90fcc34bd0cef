import { describe, expect, it } from "vitest";
import { type SentForm, submissionKey } from "@/components/change-requests/change-form/submission-key";

const mint = () => "minted";
const sent = (part: Partial<SentForm> = {}): SentForm => ({
  key: "first",
  renderedKey: "page-1",
  body: "x",
  state: "unanswered",
  ...part,
});

describe("the key a form is sent under", () => {
  it("is the page's own the first time", () => {
    expect(submissionKey("x", "page-1", null, mint)).toBe("page-1");
  });

  it("stays while no answer has come, through a reload too", () => {
    expect(submissionKey("x", "page-1", sent(), mint)).toBe("first");
    expect(submissionKey("x", "page-2", sent(), mint)).toBe("first");
  });

  it("is another for other contents", () => {
    expect(submissionKey("y", "page-1", sent(), mint)).toBe("minted");
    expect(submissionKey("y", "page-2", sent(), mint)).toBe("page-2");
  });

  it("is another after a refusal, so that the same contents are checked again", () => {
    expect(submissionKey("x", "page-1", sent({ state: "answered" }), mint)).toBe("minted");
  });

  it("stays for a recorded form that the back button brings up again, but not on a page opened later", () => {
    expect(submissionKey("x", "page-1", sent({ state: "recorded" }), mint)).toBe("first");
    expect(submissionKey("x", "page-2", sent({ state: "recorded" }), mint)).toBe("page-2");
  });
});
