import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { MoveRow } from "#app/insights/customer-moves.server.ts";
import { useMoveText } from "./use-move-text.ts";

/** Each rise and fall with its cause, the latest first. */
export function MovesCard({ moves }: { moves: MoveRow[] }) {
  const { t } = useTranslation("customer");
  const text = useMoveText();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("moves.title")}
        </Text>
        {moves.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("moves.none")}
          </Text>
        ) : (
          <List>
            {moves.map((move, index) => (
              <List.Item key={index}>{text(move)}</List.Item>
            ))}
          </List>
        )}
      </BlockStack>
    </Card>
  );
}
