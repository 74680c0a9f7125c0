import {
  BlockStack,
  Box,
  Checkbox,
  InlineError,
  InlineGrid,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { decimalText, parseMinor } from "#app/platform/money.ts";
import { SCORE_WINDOWS, type ScoredMetric, type ScoreScheme } from "#app/platform/score-scheme.ts";
import { useShop } from "../shop-context.tsx";
import { NO_LIMIT } from "./scheme-form.ts";

type Scored = ScoreScheme[ScoredMetric];

/** Whether a metric is scored, over which time, and, with fixed values, what each score takes. */
export function MetricScheme(props: {
  metric: ScoredMetric;
  scheme: ScoreScheme;
  onChange: (scored: Scored) => void;
  error?: string;
}) {
  const { metric, scheme, onChange, error } = props;
  const { t } = useTranslation("rfm");
  const scored = scheme[metric];
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300" alignItems="center">
        <Checkbox
          label={t(`scheme.metrics.${metric}`)}
          checked={scored !== null}
          onChange={(checked) => onChange(checked ? { windowDays: null, limits: [] } : null)}
        />
        {scored !== null && (
          <Select
            label={t("scheme.window", { metric: t(`columns.${metric}`) })}
            labelHidden
            options={SCORE_WINDOWS.map((days) => ({
              value: String(days),
              label: days === null ? t("scheme.lifetime") : t("scheme.days", { count: days }),
            }))}
            value={String(scored.windowDays)}
            onChange={(value) =>
              onChange({
                ...scored,
                windowDays: SCORE_WINDOWS.find((days) => String(days) === value) ?? null,
              })
            }
          />
        )}
      </InlineGrid>
      {scheme.method === "fixed" && scored !== null && (
        <Box paddingInlineStart={{ xs: "0", sm: "600" }}>
          <Limits
            metric={metric}
            limits={scored.limits}
            onChange={(limits) => onChange({ ...scored, limits })}
          />
        </Box>
      )}
      {error !== undefined && <InlineError fieldID={metric} message={error} />}
    </BlockStack>
  );
}

function Limits(props: {
  metric: ScoredMetric;
  limits: readonly number[];
  onChange: (limits: number[]) => void;
}) {
  const { metric, limits, onChange } = props;
  const { t } = useTranslation("rfm");
  return (
    <BlockStack gap="100">
      <Text as="p" tone="subdued">
        {t(`scheme.limits.${metric}`)}
      </Text>
      <InlineGrid columns={{ xs: 2, sm: 4 }} gap="200">
        {limits.map((limit, index) => (
          <Limit
            // A limit is known by the score it is of.
            key={index + 2}
            metric={metric}
            score={index + 2}
            limit={limit}
            onChange={(next) => onChange(limits.map((each, place) => (place === index ? next : each)))}
          />
        ))}
      </InlineGrid>
    </BlockStack>
  );
}

function Limit(props: {
  metric: ScoredMetric;
  score: number;
  limit: number;
  onChange: (limit: number) => void;
}) {
  const { metric, score, limit, onChange } = props;
  const { t } = useTranslation("rfm");
  const { currency } = useShop();
  const [typed, setTyped] = useState("");
  const read = (text: string) => (metric === "monetary" ? readMoney(text, currency) : readWhole(text));
  const written = metric === "monetary" ? decimalText(limit, currency) : String(limit);
  return (
    <TextField
      label={t("scheme.limit", { score })}
      // What is typed stays as it is typed; a limit that came from elsewhere is written anew.
      value={read(typed) === limit ? typed : limit === NO_LIMIT ? "" : written}
      inputMode={metric === "monetary" ? "decimal" : "numeric"}
      autoComplete="off"
      onChange={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
    />
  );
}

function readWhole(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : NO_LIMIT;
}

function readMoney(text: string, currency: string): number {
  try {
    return parseMinor(text.trim(), currency);
  } catch {
    return NO_LIMIT;
  }
}
