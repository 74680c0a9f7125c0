import { Card, EmptyState, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** The shop has no such customer, or no longer. */
export function CustomerMissing() {
  const { t } = useTranslation("customer");
  return (
    <Page title={t("missing.title")} backAction={{ content: t("back"), url: "/app/customers" }}>
      <Card>
        <EmptyState
          heading={t("missing.body")}
          image=""
          action={{ content: t("missing.action"), url: "/app/customers" }}
        />
      </Card>
    </Page>
  );
}
