import { ScrollArea } from "@/components/ui/scroll-area";

type Cell = { text: string; href?: string };

type Props = {
  caption: string;
  head: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly { id: string; cells: readonly Cell[] }[];
};

/** The figures of a chart as a table, folded away: for screen readers, for the keyboard, and for copying. */
export function FigureTable({ caption, head, rows }: Props) {
  return (
    <details className="text-xs" data-print="hide">
      <summary className="w-fit cursor-pointer rounded-lg py-0.5 text-muted hover:text-foreground">As a table</summary>
      <ScrollArea label={caption} className="mt-2 rounded-lg border border-border">
        <table className="data-table" data-keep-columns>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((text, index) => (
                <th key={text} scope="col" data-align={index > 0 ? "end" : undefined}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map(({ text, href }, index) => (
                  <td key={head[index]} data-align={index > 0 ? "end" : undefined} className="whitespace-nowrap">
                    {href && text !== "0" ? (
                      <a href={href} className="underline-offset-2 hover:underline">
                        {text}
                      </a>
                    ) : (
                      text
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  );
}
