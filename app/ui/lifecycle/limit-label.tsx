type Props = {
  text: string;
  /** How far above the plot it stands, so that lines near each other do not write over each other. */
  lift: number;
  /** Does it stand left of its line? */
  before: boolean;
  /** Where the line is: given by the chart. */
  viewBox?: { x?: number; y?: number };
};

/** Names a limit at the head of its line, on the side that has room. */
export function LimitLabel({ text, lift, before, viewBox: { x = 0, y = 0 } = {} }: Props) {
  const head = y - lift;
  return (
    <g>
      <line x1={x} x2={x} y1={head - 10} y2={y} stroke="var(--p-color-text)" strokeDasharray="1 3" />
      <text
        x={before ? x - 4 : x + 4}
        y={head - 1}
        textAnchor={before ? "end" : "start"}
        fontSize={12}
        fill="var(--p-color-text)"
      >
        {text}
      </text>
    </g>
  );
}
