import { BlockStack, Box, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import {
  isUsualScheme,
  SCORED_METRICS,
  type ScoredMetric,
  type ScoreScheme,
} from "#app/platform/score-scheme.ts";

/** What the chosen scheme does, in sentences. */
export function SchemeSummary({ scheme }: { scheme: ScoreScheme }) {
  const { t } = useTranslation("rfm");
  const scored = SCORED_METRICS.filter((metric) => scheme[metric] !== null);
  const windowed = scored.some((metric) => windowOf(scheme, metric) !== null);
  return (
    <Box padding="300" background="bg-surface-secondary" borderRadius="200">
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {t("scheme.does")}
        </Text>
        {isUsualScheme(scheme) ? (
          <Text as="p">{t("scheme.usual")}</Text>
        ) : (
          <List>
            {scored.map((metric) => (
              <List.Item key={metric}>
                <MetricSentence metric={metric} scheme={scheme} />
              </List.Item>
            ))}
            {windowed && (
              <List.Item>{t(scheme.method === "fixed" ? "scheme.outsideFixed" : "scheme.outside")}</List.Item>
            )}
            <List.Item>{t("scheme.shown")}</List.Item>
          </List>
        )}
      </BlockStack>
    </Box>
  );
}

function MetricSentence({ metric, scheme }: { metric: ScoredMetric; scheme: ScoreScheme }) {
  const { t } = useTranslation("rfm");
  const days = windowOf(scheme, metric);
  return t("scheme.sentence", {
    metric: t(`columns.${metric}`),
    scores: t(scheme.method === "quantile" || scheme.method === "fixed" ? "scheme.each" : "scheme.ends", {
      count: scheme.scores,
    }),
    time: days === null ? t("scheme.overLifetime") : t("scheme.overDays", { count: days }),
  });
}

function windowOf(scheme: ScoreScheme, metric: ScoredMetric): number | null {
  return scheme[metric]?.windowDays ?? null;
}
