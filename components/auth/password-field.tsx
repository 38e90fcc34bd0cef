import { TextField } from "@/components/ui/text-field";

type Props = { error?: string | undefined; label?: string };

/** A password to be: long rather than odd. */
export function PasswordField({ error, label = "New password" }: Props) {
  return (
    <TextField
      name="password"
      label={label}
      type="password"
      autoComplete="new-password"
      maxLength={72}
      description="At least 10 characters."
      isRequired
      {...(error && { error })}
    />
  );
}
