import { BlockStack, Box, Card, Select, Text } from "@shopify/polaris";
import { lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Limits, Rhythm } from "#app/value/lifecycle/rhythm.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { FigureTable } from "../charts/figure-table.ts";
import { Later } from "../charts/later.tsx";
import { useFormat } from "../shop-context.tsx";

const RhythmCurve = lazy(async () => ({ default: (await import("./rhythm-curve.tsx")).RhythmCurve }));

const PURCHASES = ["first", "second", "later"] as const;
type Purchase = (typeof PURCHASES)[number];

/** How many buy again and after how long, with the limits as lines; after the first purchase, the second, later ones. */
export function RhythmChart({ rhythm: { after } }: { rhythm: Rhythm }) {
  const { t } = useTranslation("lifecycle");
  const [purchase, setPurchase] = useState<Purchase>("first");
  const limits = after[purchase === "first" ? 0 : purchase === "second" ? 1 : 2];
  return (
    <BlockStack gap="200">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Select
          label={t("rhythm.after")}
          options={PURCHASES.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          value={purchase}
          onChange={(value) => setPurchase(PURCHASES.find((each) => each === value) ?? "first")}
        />
      </Box>
      {limits.origin === "default" ? (
        <Card>
          <Text as="p">{t("rhythm.tooFew", { count: limits.gaps })}</Text>
        </Card>
      ) : (
        <Curve purchase={purchase} limits={limits} />
      )}
    </BlockStack>
  );
}

function Curve({ purchase, limits }: { purchase: Purchase; limits: Limits }) {
  const { t } = useTranslation("lifecycle");
  const { percent, number } = useFormat();
  const help = {
    own: t("rhythm.own", { count: limits.gaps }),
    all: t("rhythm.all", { count: limits.gaps }),
    default: "",
  }[limits.origin];
  return (
    <ChartCard
      finding={t(`rhythm.finding.${purchase}`, {
        share: percent(limits.share),
        days: number(limits.horizonDays),
        slipping: number(limits.slippingDays),
      })}
      help={help}
      definition={t("rhythm.definition")}
      table={useCurveTable(limits)}
    >
      <Later>
        <RhythmCurve limits={limits} />
      </Later>
    </ChartCard>
  );
}

function useCurveTable({ curve }: Limits): FigureTable<Limits["curve"][number]> {
  const { t } = useTranslation("lifecycle");
  const { percent, number } = useFormat();
  return {
    name: "rhythm",
    rows: curve,
    columns: [
      {
        heading: t("rhythm.days"),
        numeric: true,
        value: ({ days }) => days,
        text: ({ days }) => number(days),
      },
      {
        heading: t("rhythm.again"),
        numeric: true,
        value: ({ share }) => share,
        text: ({ share }) => percent(share),
      },
    ],
  };
}
