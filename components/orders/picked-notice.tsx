import { Notice } from "@/components/ui/notice";

/** A picked order of which only what is written on the box can still change. */
export function PickedNotice() {
  return (
    <Notice className="mb-4" title="This order is picked, so its lines and dates stay as they are">
      Only the address and the ship method can still change, until the box is packed.
    </Notice>
  );
}
