import { expect, test } from "vitest";
import { visit } from "../../support/app.ts";

test.each(["/%E0%A4%A", "/acme/orders/%ff", "/acme/orders/%c0/change", "/acme/requests/%E0"])(
  "%s is the visitor's mistake, not an error of the server",
  async (path) => {
    expect((await visit(path)).status).toBe(400);
  },
);
