import type { Metadata } from "next";
import { CreateKeyForm } from "@/components/api-keys/create-key-form";
import { KeyList } from "@/components/api-keys/key-list";
import { Panel } from "@/components/ui/panel";
import { listApiKeys } from "@/lib/api-keys/queries";
import { forPage, requireMember } from "@/lib/auth/gate";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage({ params }: PageProps<"/[org]/settings/api-keys">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const keys = await forPage(listApiKeys(db, org.id));
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-3xl text-sm text-muted">
        A key lets a machine import files and fetch exports over the API. It acts in the name of the admin who made it,
        and stops when that person is no admin any more.
      </p>
      <Panel title="New key">
        <CreateKeyForm org={org.slug} requestKey={crypto.randomUUID()} appUrl={env().APP_URL} />
      </Panel>
      <Panel title="Keys" aside={keys.length > 0 ? keys.length : undefined} isFlush>
        <KeyList org={org.slug} keys={keys} timeZone={org.timeZone} />
      </Panel>
    </div>
  );
}
