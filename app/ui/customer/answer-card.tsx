import { BlockStack, Card, InlineStack, List, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerPage, StandingView } from "#app/insights/customer.server.ts";
import { useFormat } from "../shop-context.tsx";
import { nextLeaving, progressPercent } from "./trail.ts";
import { useMoveText } from "./use-move-text.ts";

type Props = { standing: StandingView; page: CustomerPage };

/** "Why am I not Gold?", answered in ten seconds: how far it is, from what, and what changes it. */
export function AnswerCard({ standing, page }: Props) {
  const headline = useHeadline(standing);
  const reasons = useReasons({ standing, page });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingLg" id="progress-headline">
          {headline}
        </Text>
        {standing.progress !== null && <Progress standing={standing} />}
        <List>
          {reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}

function useHeadline({ tier, progress }: StandingView): string {
  const { t } = useTranslation("customer");
  const format = useFormat();
  if (progress === null) return t("answer.top", { tier });
  const { next, missingMinor, by } = progress;
  const missing = format.money(missingMinor);
  return by === null
    ? t("answer.missing", { missing, next })
    : t("answer.missingUntil", { missing, next, by: format.day(by) });
}

function Progress({ standing }: { standing: StandingView }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { progress, spendMinor } = standing;
  return (
    <BlockStack gap="100">
      <ProgressBar
        progress={progressPercent(standing)}
        size="small"
        tone="primary"
        ariaLabelledBy="progress-headline"
      />
      <InlineStack align="end">
        <Text as="span" numeric tone="subdued">
          {t("answer.of", {
            current: format.money(spendMinor),
            needed: format.money(progress?.neededMinor ?? spendMinor),
          })}
        </Text>
      </InlineStack>
    </BlockStack>
  );
}

/** What makes the tier what it is, the plainest first. */
function useReasons({ standing, page }: Props): string[] {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const moveText = useMoveText();
  const { tier, spendMinor, months, keep, progress, trail } = standing;
  const leaving = nextLeaving(trail);
  const lastMove = page.moves.find(({ direction }) => direction !== "began");
  const spend = { spend: format.money(spendMinor), count: months };
  const counts = spendMinor === 0 ? t("answer.countsNothing", spend) : t("answer.counts", spend);
  const needs =
    progress === null
      ? ""
      : t("answer.needs", { next: progress.next, needed: format.money(progress.neededMinor) });
  return [
    `${counts} ${needs}`.trim(),
    ...(keep === null
      ? []
      : [t("answer.keep", { tier, missing: format.money(keep.missingMinor), by: format.day(keep.by) })]),
    ...(leaving === null
      ? []
      : [
          t("answer.leaving", {
            count: leaving.orders.length,
            orders: leaving.orders.join(", "),
            day: format.day(leaving.day),
            amount: format.money(leaving.minor),
          }),
        ]),
    ...(page.uncounted.length === 0 ? [] : [t("answer.uncounted", { count: page.uncounted.length })]),
    ...(lastMove === undefined ? [] : [moveText(lastMove)]),
  ];
}
