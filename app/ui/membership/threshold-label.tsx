type Props = {
  text: string;
  /** How far above the plot it stands, so that lines near each other do not write over each other. */
  lift: number;
  /** Where the line is: given by the chart. */
  viewBox?: { x?: number; y?: number; width?: number };
};

/** Names a threshold at the head of its line. */
export function ThresholdLabel({ text, lift, viewBox: { x = 0, y = 0 } = {} }: Props) {
  const head = y - lift;
  return (
    <g>
      <line x1={x} x2={x} y1={head - 10} y2={y} stroke="var(--p-color-text)" strokeDasharray="4 3" />
      <text x={x - 4} y={head - 3} textAnchor="end" fontSize={12} fill="var(--p-color-text)">
        {text}
      </text>
    </g>
  );
}
