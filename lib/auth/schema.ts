import { z } from "zod";

export const signInSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1, "Enter your e-mail address.")
    .max(254, "An e-mail address has at most 254 characters.")
    .pipe(z.email("This doesn't look like an e-mail address: name@company.com.")),
  password: z.string().min(1, "Enter your password.").max(200, "A password has at most 200 characters."),
  next: z.string().max(2_000).optional(),
});
