import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { StandingView } from "#app/insights/customer.server.ts";

/** What the tier gives, and what the next one would. */
export function BenefitsCard({ standing: { tier, benefits, progress } }: { standing: StandingView }) {
  const { t } = useTranslation("customer");
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm" tone="subdued">
          {t("benefits.title")}
        </Text>
        {benefits.length === 0 ? (
          <Text as="p">{t("benefits.none", { tier })}</Text>
        ) : (
          <Sentences sentences={benefits} />
        )}
        {progress !== null && progress.benefits.length > 0 && (
          <>
            <Text as="h3" variant="bodySm" tone="subdued">
              {t("benefits.next", { next: progress.next })}
            </Text>
            <Sentences sentences={progress.benefits} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function Sentences({ sentences }: { sentences: string[] }) {
  return (
    <List>
      {sentences.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}
