import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { DueProduct } from "#app/insights/customer-stage.server.ts";
import { useFormat } from "../shop-context.tsx";
import { useDueText } from "../use-due-text.ts";

/** Products that the customer is expected to buy again, the next to be due first. */
export function DueCard({ due }: { due: DueProduct[] }) {
  const { t } = useTranslation("replenishment");
  const { day } = useFormat();
  const dueText = useDueText();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm" tone="subdued">
          {t("customer.title")}
        </Text>
        {due.length === 0 ? (
          <Text as="p">{t("customer.none")}</Text>
        ) : (
          <List>
            {due.map(({ productId, title, dueDay, inDays, lastDay, purchaseDays }) => (
              <List.Item key={productId}>
                {t("customer.product", { title, day: day(dueDay), when: dueText(inDays) })}
                <Text as="p" variant="bodySm" tone="subdued">
                  {t("line", { last: day(lastDay), times: t("times", { count: purchaseDays }) })}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </BlockStack>
    </Card>
  );
}
