import { z } from "zod";

const email = z
  .string()
  .trim()
  .min(1, "Enter your e-mail address.")
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("This doesn't look like an e-mail address: name@company.com."));
const password = z.string().min(1, "Enter your password.").max(200, "A password has at most 200 characters.");
/** 72 bytes is where the hash stops reading. */
const newPassword = z
  .string()
  .min(10, "Use at least 10 characters; a few unrelated words are easy to remember.")
  .refine((text) => new TextEncoder().encode(text).length <= 72, "Use at most 72 characters.");
const name = z.string().trim().min(1, "Enter your name.").max(120, "A name has at most 120 characters.");
const next = z.string().max(2_000).optional();
const token = z.string().max(200);

export const signInSchema = z.strictObject({ email, password, next });
export const linkSchema = z.strictObject({ email, next });
export const confirmSchema = z.strictObject({
  token_hash: z.string().min(1).max(500),
  type: z.enum(["signup", "magiclink", "recovery"]),
});
export const newPasswordSchema = z.strictObject({ password: newPassword });
export const signUpSchema = z.strictObject({ email, password: newPassword });
export const invitedSignUpSchema = z.strictObject({ token, name, password: newPassword });
export const acceptSchema = z.strictObject({ token, name });
export const foundSchema = z.strictObject({
  name: z.string().trim().min(1, "Enter the organization's name.").max(120, "A name has at most 120 characters."),
  member_name: name,
  time_zone: z.string().min(1, "Choose a time zone.").max(60),
  currency: z.string().regex(/^[A-Z]{3}$/, "Choose a currency."),
});
export const renameSchema = z.strictObject({ name });
export const changePasswordSchema = z.strictObject({ current_password: password, password: newPassword });
export const emptySchema = z.strictObject({});
