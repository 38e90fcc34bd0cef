import { buttonVariants } from "@heroui/styles";
import { TextField } from "@/components/ui/text-field";

type Props = { path: string; typed: string };

/** Looks an order up by the number on its slip: a scanner types it and presses Enter. Works before any script has loaded. */
export function FindOrderForm({ path, typed }: Props) {
  return (
    <form action={path} method="get" aria-label="Find the order" data-print="hide" className="flex items-end gap-2">
      <div className="min-w-0 grow sm:max-w-xs">
        <TextField
          key={typed}
          name="order"
          label="Order number"
          autoComplete="off"
          maxLength={64}
          placeholder="Scan or type"
          defaultValue={typed}
          autoFocus={!typed}
        />
      </div>
      <button type="submit" className={buttonVariants({ variant: "secondary" })}>
        Find
      </button>
    </form>
  );
}
