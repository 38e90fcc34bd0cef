import { SheetRow } from "@/components/sheets/sheet-row";
import { Panel } from "@/components/ui/panel";
import type { SavedSheet } from "@/lib/sheets/queries";

type Props = { org: string; timeZone: string; sheets: SavedSheet[] };

/** The saved sheets, with how their last reading went; nothing where there are none. */
export function SheetList({ org, timeZone, sheets }: Props) {
  if (sheets.length === 0) return null;
  return (
    <Panel id="sheets" title="Google Sheets" aside={sheets.length} isFlush className="mt-8 scroll-mt-20">
      <ul className="divide-y divide-separator">
        {sheets.map((sheet) => (
          <SheetRow key={sheet.id} org={org} timeZone={timeZone} sheet={sheet} />
        ))}
      </ul>
    </Panel>
  );
}
