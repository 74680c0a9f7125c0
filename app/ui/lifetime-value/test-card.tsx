import { Banner, BlockStack, Card, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { FittedReport, ModelTest } from "#app/value/clv/model-report.ts";
import { useFormat } from "../shop-context.tsx";
import { chosenErrors } from "./chosen-errors.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** Beyond it the sum is said to be badly off. */
const FAR_OFF = 0.25;

/** What came of the test, in words. */
export function TestCard({ report }: { report: FittedReport }) {
  const { t } = useTranslation("ltv");
  const { test } = report;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("test.title")}
        </Text>
        {test === null ? <Text as="p">{t("test.none")}</Text> : <Outcome report={report} test={test} />}
      </BlockStack>
    </Card>
  );
}

function Outcome({ report, test }: { report: FittedReport; test: ModelTest }) {
  const { t } = useTranslation("ltv");
  const { number, day, roundMoney, percent } = useFormat();
  const errors = chosenErrors(report);
  const { expectedMinor, madeMinor } = test.money;
  const off = (expected: number, made: number, many: "tooMany" | "tooMuch", few: "tooFew" | "tooLittle") => {
    const share = made > 0 ? expected / made - 1 : 0;
    if (Math.abs(share) < 0.005) return t("test.exact");
    return t(`test.${share > 0 ? many : few}`, { share: percent(Math.abs(share)) });
  };
  return (
    <>
      <Text as="p">
        {t("test.help", {
          learned: day(test.learnedTo),
          tested: day(test.testedTo),
          customers: number(test.customers),
          weeks: number(test.days / 7),
        })}
      </Text>
      <List>
        {errors !== null && (
          <List.Item>
            {t("test.purchases", {
              expected: number(Math.round(errors.sum)),
              made: number(errors.actual),
              off: off(errors.sum, errors.actual, "tooMany", "tooFew"),
            })}
          </List.Item>
        )}
        <List.Item>
          {t("test.money", {
            expected: roundMoney(expectedMinor),
            made: roundMoney(madeMinor),
            off: off(expectedMinor, madeMinor, "tooMuch", "tooLittle"),
          })}
        </List.Item>
        {errors !== null && (
          <List.Item>
            <VerdictText verdict={verdictOf(errors, test.naive)} />
          </List.Item>
        )}
      </List>
      {madeMinor > 0 && Math.abs(expectedMinor / madeMinor - 1) > FAR_OFF && (
        <Banner tone="warning">{t("test.warning")}</Banner>
      )}
    </>
  );
}

function VerdictText({ verdict }: { verdict: Verdict | null }) {
  const { t } = useTranslation("ltv");
  const { percent } = useFormat();
  if (verdict === null) return null;
  const rule = t(`rules.${verdict.rule}`);
  return verdict.kind === "better"
    ? t("test.better", { rule, share: percent(verdict.share) })
    : t(`test.${verdict.kind}`, { rule });
}
