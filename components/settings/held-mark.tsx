import { MailX } from "lucide-react";
import Link from "next/link";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";

type Props = { org: string; email: string };

/** Beside an address that mail is held back from; leads to what came back and why. */
export function HeldMark({ org, email }: Props) {
  return (
    <Link href={`${routes.mail(org)}?${new URLSearchParams({ q: email })}`} className="mt-1 inline-block">
      <Mark Icon={MailX} label="Mail is held" tone="danger" />
    </Link>
  );
}
