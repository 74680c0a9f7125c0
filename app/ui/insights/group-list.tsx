import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { shadeOf, type Share } from "#app/insights/rfm-figures.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import { useFormat } from "../shop-context.tsx";
import { SegmentAction } from "./segment-action.tsx";
import { shareOf } from "./use-share-columns.ts";

export type ListedGroup = Share & {
  key: GroupKey;
  /** As the reader calls it. */
  label: string;
  /** Which scores make it, where its name does not say. */
  is?: string;
  advice: string;
  /** Its customers. */
  url: string;
};

/** Groups with what they are, what they bring and what to do, and a Shopify segment for each. */
export function GroupList(props: { groups: readonly ListedGroup[]; total: Share; segments: SegmentsState }) {
  return (
    <ul className="laurel-groups">
      {props.groups.map((group) => (
        <li key={group.key}>
          <Group group={group} total={props.total} />
          <SegmentAction group={group.key} label={group.label} segments={props.segments} />
        </li>
      ))}
    </ul>
  );
}

function Group({ group, total }: { group: ListedGroup; total: Share }) {
  const { t } = useTranslation("rfm");
  const { percent } = useFormat();
  const revenue = shareOf(group.revenueMinor, total.revenueMinor);
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="200">
        <InlineStack gap="200" blockAlign="center">
          <span className="laurel-shade" data-shade={shadeOf(group, revenue)} aria-hidden="true" />
          <Text as="h3" variant="headingSm">
            <Link url={group.url} removeUnderline>
              {group.label}
            </Link>
          </Text>
        </InlineStack>
        <Text as="span" numeric>
          {t("customers", { count: group.customers })}
        </Text>
      </InlineStack>
      <Text as="p">{group.advice}</Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {[
          group.is,
          t("shares", {
            customers: percent(shareOf(group.customers, total.customers)),
            revenue: percent(revenue),
          }),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </Text>
    </BlockStack>
  );
}
