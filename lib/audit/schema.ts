import { z } from "zod";

const empty = z.literal("").transform(() => undefined);

/** A head noted down earlier: both parts or neither. */
export const verifySchema = z
  .strictObject({
    head_seq: z.union([empty, z.coerce.number("Type the number of the entry, such as 1234.").int().min(1).max(1e15)]),
    head_hash: z.union([
      empty,
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[0-9a-f]{64}$/, "A hash has 64 characters, 0–9 and a–f."),
    ]),
  })
  .superRefine(({ head_seq, head_hash }, context) => {
    if (head_seq !== undefined && head_hash === undefined) {
      context.addIssue({ code: "custom", path: ["head_hash"], message: "Paste the hash that belongs to that entry." });
    }
    if (head_seq === undefined && head_hash !== undefined) {
      context.addIssue({ code: "custom", path: ["head_seq"], message: "Type the number of the entry with that hash." });
    }
  });
