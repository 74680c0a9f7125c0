import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** A legend's words in the colour of text: recharts gives them that of the mark, which may be too light to read. */
export function legendText(name: ReactNode) {
  return (
    <Text as="span" variant="bodySm" tone="base">
      {name}
    </Text>
  );
}
