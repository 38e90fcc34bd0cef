import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { Popup } from "@/components/ui/popup";
import { routes } from "@/lib/routes";

type Choice = { slug: string; name: string };

type Props = {
  current: Choice;
  organizations: readonly Choice[];
  /** Tells the switcher of wide screens from that of narrow ones. */
  place: "side" | "top";
};

/** The organization on screen; the others a person belongs to behind it. */
export function OrgSwitcher({ current, organizations, place }: Props) {
  if (organizations.length < 2) {
    return <p className="truncate px-2 text-sm font-medium">{current.name}</p>;
  }
  const id = `organizations-${place}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex w-full items-center justify-between gap-2 rounded-lg px-2 py-1.5 text-start text-sm font-medium hover:bg-default lg:border lg:border-border"
      >
        <span className="truncate">
          <span className="sr-only">Organization: </span>
          {current.name}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </button>
      <Popup id={id} label="Organizations" side="below">
        {organizations.map(({ slug, name }) => {
          const isHere = slug === current.slug;
          return (
            <Link
              key={slug}
              href={routes.home(slug)}
              aria-current={isHere ? "true" : undefined}
              className="popup-item justify-between"
            >
              {name}
              {isHere && <Check aria-hidden />}
            </Link>
          );
        })}
      </Popup>
    </>
  );
}
