import { BlockStack, Box, Button, Card, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Definition } from "../charts/disclosure.tsx";
import type { Made } from "#app/insights/reports/report.ts";
import type { ShopFigures } from "#app/insights/reports/shop-figures-report.server.ts";
import { toLines } from "../charts/figure-table.ts";
import { saveCsv } from "../charts/save-csv.ts";
import { useFormat } from "../shop-context.tsx";
import { useLive } from "../use-live.ts";
import { useShopFigures, type ShownFigure } from "./use-shop-figures.ts";

/** The shop's key figures, each with its trend and its definition. */
export function ShopFiguresSection({ report }: { report: Made<ShopFigures> | null }) {
  const { t } = useTranslation("insights");
  useLive(report === null);
  if (report === null) {
    return (
      <Card>
        <Text as="p">{t("figures.making")}</Text>
      </Card>
    );
  }
  return <Grid madeAt={report.madeAt} figures={report.data} />;
}

function Grid({ madeAt, figures }: { madeAt: string; figures: ShopFigures }) {
  const { t } = useTranslation("insights");
  const { instant } = useFormat();
  const { shown, table } = useShopFigures(figures);
  return (
    <BlockStack gap="300">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <InlineStack align="space-between" blockAlign="end" gap="200">
          <BlockStack>
            <Text as="h2" variant="headingMd">
              {t("figures.title")}
            </Text>
            <Text as="p" tone="subdued">
              {t("figures.asOf", { at: instant(madeAt) })}
            </Text>
          </BlockStack>
          <Button variant="plain" onClick={() => saveCsv(table.name, toLines(table))}>
            {t("figures.csv")}
          </Button>
        </InlineStack>
      </Box>
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 3 }} gap="300" alignItems="start">
        {shown.map((figure) => (
          <FigureCard key={figure.key} figure={figure} />
        ))}
      </InlineGrid>
    </BlockStack>
  );
}

function FigureCard({ figure: { key, value, trend, of } }: { figure: ShownFigure }) {
  const { t } = useTranslation(["insights", "common"]);
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h3" variant="bodySm" tone="subdued">
          {t(`figures.items.${key}.title`)}
        </Text>
        <Text as="p" variant="headingLg" numeric>
          {value}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {trend}
        </Text>
        <Definition>
          <BlockStack gap="100">
            <Text as="p">{t(`figures.items.${key}.definition`)}</Text>
            <Text as="p">{of}</Text>
          </BlockStack>
        </Definition>
      </BlockStack>
    </Card>
  );
}
