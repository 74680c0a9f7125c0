import { Card, EmptyState, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** The shop has no such customer, or no longer. */
export function CustomerMissing() {
  const { t } = useTranslation(["customer", "common"]);
  return (
    <Page title={t("missing.title")} backAction={{ content: t("back"), url: "/app/customers" }}>
      <Card>
        <EmptyState
          heading={t("common:errors.not_found")}
          image=""
          action={{ content: t("missing.action"), url: "/app/customers" }}
        />
      </Card>
    </Page>
  );
}
