import { BlockStack, Card, Page, SkeletonBodyText, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Made } from "#app/insights/reports/report.ts";
import { useFormat } from "../shop-context.tsx";
import { useLive } from "../use-live.ts";

/** A page of figures that were worked out beforehand; it says of when they are, and waits where there are none yet. */
export function ReportPage<Data>(props: {
  title: string;
  report: Made<Data> | null;
  children: (data: Data) => ReactNode;
}) {
  const { title, report, children } = props;
  const { t } = useTranslation("common");
  const { instant } = useFormat();
  useLive(report === null);
  return (
    <Page
      title={title}
      backAction={{ content: t("nav.insights"), url: "/app/insights" }}
      {...(report === null ? {} : { subtitle: t("reports.madeAt", { at: instant(report.madeAt) }) })}
    >
      {report === null ? <Making /> : <BlockStack gap="400">{children(report.data)}</BlockStack>}
    </Page>
  );
}

function Making() {
  const { t } = useTranslation("common");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{t("reports.making")}</Text>
        <SkeletonBodyText lines={8} />
      </BlockStack>
    </Card>
  );
}
