import { BlockStack, Card, InlineError, InlineGrid, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { currencyDigits } from "#app/platform/money.ts";
import { SCORE_COUNTS, SCORE_METHODS, SCORED_METRICS, type ScoreScheme } from "#app/platform/score-scheme.ts";
import { useShop } from "../shop-context.tsx";
import { MetricScheme } from "./metric-scheme.tsx";
import { withLimits } from "./scheme-form.ts";
import { SchemeSummary } from "./scheme-summary.tsx";
import type { SettingsFormProps } from "./settings-form-props.ts";
import { SettingsSection } from "./settings-section.tsx";

/** The shop's own way of scoring, beside the groups. */
export function RfmScheme({ settings: { rfm }, change, errorAt }: SettingsFormProps) {
  const { t } = useTranslation("rfm");
  const { currency } = useShop();
  const set = (patch: Partial<ScoreScheme>) =>
    change({ rfm: withLimits({ ...rfm, ...patch }, 10 ** currencyDigits(currency)) });
  const { error } = errorAt("rfm");
  return (
    <SettingsSection title={t("scheme.title")} help={t("scheme.help")}>
      <Card>
        <BlockStack gap="400">
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <Select
              label={t("scheme.method")}
              options={SCORE_METHODS.map((value) => ({ value, label: t(`scheme.methods.${value}`) }))}
              value={rfm.method}
              helpText={t(`scheme.methodHelp.${rfm.method}`, { count: rfm.scores })}
              onChange={(value) =>
                set({ method: SCORE_METHODS.find((each) => each === value) ?? rfm.method })
              }
            />
            <Select
              label={t("scheme.scores")}
              options={SCORE_COUNTS.map((count) => ({
                value: String(count),
                label: t("scheme.upTo", { count }),
              }))}
              value={String(rfm.scores)}
              onChange={(value) =>
                set({ scores: SCORE_COUNTS.find((count) => String(count) === value) ?? rfm.scores })
              }
            />
          </InlineGrid>
          {SCORED_METRICS.map((metric) => (
            <MetricScheme
              key={metric}
              metric={metric}
              scheme={rfm}
              onChange={(scored) => set({ [metric]: scored })}
              {...errorAt(`rfm.${metric}.limits`)}
            />
          ))}
          {error !== undefined && <InlineError fieldID="rfm" message={error} />}
          <SchemeSummary scheme={rfm} />
          <Text as="p" tone="subdued">
            {t("definition.always")}
          </Text>
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}
