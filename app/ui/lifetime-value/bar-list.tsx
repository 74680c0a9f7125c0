import { Text } from "@shopify/polaris";

export type Bar = { key: string; label: string; share: number; text: string; light?: boolean };

/** Bars with their names and figures, longest where `share` is 1. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  return (
    <div className="laurel-bars">
      {bars.map(({ key, label, share, text, light }) => (
        <div key={key} className="laurel-bars-row">
          <Text as="span" fontWeight={light === true ? "regular" : "medium"}>
            {label}
          </Text>
          <span className="laurel-bars-track">
            <span
              className={light === true ? "laurel-bars-fill laurel-bars-light" : "laurel-bars-fill"}
              style={{ inlineSize: `${Math.max(0.5, share * 100)}%` }}
            />
          </span>
          <Text as="span" tone="subdued">
            {text}
          </Text>
        </div>
      ))}
    </div>
  );
}
