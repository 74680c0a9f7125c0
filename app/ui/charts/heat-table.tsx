import { Text } from "@shopify/polaris";

/** How many shades tell a table's values apart; the number in each cell says them exactly. */
const SHADES = 5;

export type HeatCell = {
  text: string;
  /** Its share of the darkest cell's value, from 0 to 1. */
  weight: number;
  /** A value that is not as sure as the others: foreseen, or of a time that is not over. */
  mark?: "tentative" | "unfinished" | undefined;
};

export type HeatRow = { key: string; heading: string; note?: string; cells: readonly (HeatCell | null)[] };

type Props = {
  caption: string;
  corner: string;
  columns: readonly string[];
  rows: readonly HeatRow[];
  /** What the marks of cells mean; those in use are explained under the table. */
  marks: Partial<Record<"tentative" | "unfinished", string>>;
};

/**
 * A table whose cells are the darker the larger their values are. Marked cells differ by pattern and slant, and
 * in words to screen readers.
 */
export function HeatTable({ caption, corner, columns, rows, marks }: Props) {
  return (
    <>
      <div className="laurel-heat" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption>
            <Text as="span" visuallyHidden>
              {caption}
            </Text>
          </caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, heading, note, cells }) => (
              <tr key={key}>
                <th scope="row">
                  {heading}
                  {note !== undefined && <span className="laurel-heat-note">{note}</span>}
                </th>
                {cells.map((cell, index) => (
                  <Cell key={columns[index]} cell={cell} marks={marks} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Legend rows={rows} marks={marks} />
    </>
  );
}

function Cell({ cell, marks }: { cell: HeatCell | null; marks: Props["marks"] }) {
  if (cell === null) return <td />;
  const { text, weight, mark } = cell;
  const words = mark === undefined ? undefined : marks[mark];
  return (
    <td data-shade={shadeOf(weight)} data-mark={mark}>
      {text}
      {words !== undefined && (
        <Text as="span" visuallyHidden>
          {` (${words})`}
        </Text>
      )}
    </td>
  );
}

function Legend({ rows, marks }: Pick<Props, "rows" | "marks">) {
  const used = (["tentative", "unfinished"] as const).filter((mark) =>
    rows.some(({ cells }) => cells.some((cell) => cell?.mark === mark)),
  );
  return (
    <div className="laurel-heat-legend" aria-hidden="true">
      {used.map((mark) => (
        <span key={mark}>
          <span className="laurel-heat-swatch" data-mark={mark} />
          <Text as="span" variant="bodySm" tone="subdued">
            {marks[mark]}
          </Text>
        </span>
      ))}
    </div>
  );
}

function shadeOf(weight: number): number {
  return Math.min(SHADES, Math.max(0, Math.ceil(weight * SHADES)));
}
