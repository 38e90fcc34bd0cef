import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";

type Props = { org: string; version: number; isChanged: boolean };

/** After the yes: what holds now, and what comes next for a new organization. */
export function SetupDone({ org, version, isChanged }: Props) {
  if (!isChanged)
    return (
      <Notice isAnnounced title="Nothing had changed">
        Your answers say what holds already (version {version}).
      </Notice>
    );
  return (
    <Notice
      tone="success"
      isAnnounced
      title={version === 1 ? "Your rules hold from now on" : `Version ${version} holds from now on`}
      actions={
        version === 1 ? (
          <>
            <ButtonLink href={routes.people(org)} size="sm" variant="primary">
              Invite your people
            </ButtonLink>
            <ButtonLink href={routes.import(org)} size="sm">
              Import the open orders
            </ButtonLink>
          </>
        ) : undefined
      }
    >
      It is in the trail with your name. Every answer can be changed below.
    </Notice>
  );
}
