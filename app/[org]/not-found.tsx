import { SearchX } from "lucide-react";
import { FullPageState } from "@/components/layout/full-page-state";
import { PaletteButton } from "@/components/layout/palette/palette-button";
import { ButtonLink } from "@/components/ui/button-link";
import { routes } from "@/lib/routes";

export default function OrgNotFound() {
  return (
    <FullPageState
      Icon={SearchX}
      title="There is nothing at this address"
      actions={
        <>
          <ButtonLink href={routes.start()} variant="primary">
            Go to the start page
          </ButtonLink>
          <PaletteButton />
        </>
      }
    >
      The number may be mistyped, or it isn&apos;t in this organization. Search for a part of it.
    </FullPageState>
  );
}
