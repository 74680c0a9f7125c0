import { BlockStack, Card, InlineStack, Tag, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerTags } from "#app/insights/customer-tags.server.ts";

/** The customer's tags in Shopify, by whose they are. */
export function TagsCard({ tags }: { tags: CustomerTags }) {
  const { t } = useTranslation("customer");
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm" tone="subdued">
          {t("tags.title")}
        </Text>
        <Tags title={t("tags.ours")} tags={tags.ours} />
        <Tags title={t("tags.others")} tags={tags.others} />
      </BlockStack>
    </Card>
  );
}

function Tags({ title, tags }: { title: string; tags: string[] }) {
  const { t } = useTranslation("customer");
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="bodySm" tone="subdued">
        {title}
      </Text>
      {tags.length === 0 ? (
        <Text as="p">{t("tags.none")}</Text>
      ) : (
        <InlineStack gap="100">
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
