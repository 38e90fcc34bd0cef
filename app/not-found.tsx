import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { FullPageState } from "@/components/layout/full-page-state";
import { ButtonLink } from "@/components/ui/button-link";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <FullPageState
        Icon={SearchX}
        title="This page doesn't exist"
        actions={
          <ButtonLink href={routes.start()} variant="primary">
            Go to my organization
          </ButtonLink>
        }
      >
        Or it belongs to an organization you are not a member of. Check the address, or ask whoever sent you the link.
      </FullPageState>
    </main>
  );
}
