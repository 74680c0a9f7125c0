import { Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** A customer's name in a row of a table, leading to their page; their number where Shopify tells no name. */
export function CustomerLink({ id, name }: { id: string; name: string | null }) {
  const { t } = useTranslation("common");
  return (
    <Link url={`/app/customers/${id}`} dataPrimaryLink monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">
        {name ?? t("customerNumber", { id })}
      </Text>
    </Link>
  );
}
