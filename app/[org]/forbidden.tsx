import { ShieldBan } from "lucide-react";
import { FullPageState } from "@/components/layout/full-page-state";
import { ButtonLink } from "@/components/ui/button-link";
import { routes } from "@/lib/routes";

export default function OrgForbidden() {
  return (
    <FullPageState
      Icon={ShieldBan}
      title="Your role doesn't include this page"
      actions={
        <ButtonLink href={routes.start()} variant="primary">
          Go to the start page
        </ButtonLink>
      }
    >
      You are signed in and nothing is wrong. If you need this page for your work, ask an admin of your organization to
      give you the role.
    </FullPageState>
  );
}
