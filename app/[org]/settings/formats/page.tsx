import type { Metadata } from "next";
import { FormatsForm } from "@/components/settings/formats-form";
import { forPage, requireMember } from "@/lib/auth/gate";
import { getFormats } from "@/lib/settings/rules-queries";

export const metadata: Metadata = { title: "Formats" };

export default async function FormatsPage({ params }: PageProps<"/[org]/settings/formats">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const formats = await forPage(getFormats(db, org.id));
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted text-pretty">
        What your order numbers and SKUs look like, so that a typing error is caught while somebody types it. A SKU of
        another shape can&apos;t be added to an order, and an import names every row that doesn&apos;t fit.
      </p>
      <FormatsForm org={org.slug} formats={formats} />
    </div>
  );
}
