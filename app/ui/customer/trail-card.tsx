import {
  Badge,
  BlockStack,
  Box,
  Button,
  Card,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StandingView, UncountedOrder } from "#app/insights/customer.server.ts";
import { useFormat } from "../shop-context.tsx";
import { orderLines, type OrderLine } from "./order-lines.ts";

/** So many orders show at first. */
const FIRST = 20;

/** Every order with what it adds to the spend today and until when: their sum is the spend, to the penny. */
export function TrailCard({ standing, uncounted }: { standing: StandingView; uncounted: UncountedOrder[] }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const [all, setAll] = useState(false);
  const lines = orderLines(standing.trail, uncounted);
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {lines.length === 0 ? t("trail.none") : t("trail.title")}
          </Text>
          <Text as="p" tone="subdued">
            {lines.length === 0 ? t("trail.noneHelp") : t("trail.help")}
          </Text>
        </BlockStack>
      </Box>
      {lines.length > 0 && <Lines lines={all ? lines : lines.slice(0, FIRST)} />}
      {!all && lines.length > FIRST && (
        <div className="laurel-pager">
          <InlineStack align="center">
            <Button variant="plain" onClick={() => setAll(true)}>
              {t("trail.all", { count: lines.length })}
            </Button>
          </InlineStack>
        </div>
      )}
      {lines.length > 0 && (
        <div className="laurel-pager">
          <InlineStack align="space-between">
            <Text as="span" fontWeight="semibold">
              {t("trail.sum")}
            </Text>
            <Text as="span" fontWeight="semibold" numeric>
              {format.money(standing.spendMinor)}
            </Text>
          </InlineStack>
        </div>
      )}
    </Card>
  );
}

function Lines({ lines }: { lines: OrderLine[] }) {
  const { t } = useTranslation("customer");
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: t("trail.order"), plural: t("trail.order") }}
      itemCount={lines.length}
      selectable={false}
      condensed={smDown}
      headings={[
        { title: t("trail.order") },
        { title: t("trail.day") },
        { title: t("trail.amount"), alignment: "end" },
        { title: t("trail.refunds"), alignment: "end" },
        { title: t("trail.until") },
        { title: t("trail.contribution"), alignment: "end" },
      ]}
    >
      {lines.map((line, index) => (
        <IndexTable.Row
          key={line.orderId}
          id={line.orderId}
          position={index}
          {...(line.state === "counts" ? {} : { tone: "subdued" })}
        >
          {smDown ? <CondensedCells line={line} /> : <Cells line={line} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Cells({ line }: { line: OrderLine }) {
  const { day, amount, contribution, refunds } = useFigures(line);
  return (
    <>
      <IndexTable.Cell>
        <OrderLink line={line} />
      </IndexTable.Cell>
      <IndexTable.Cell>{day}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {amount}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        {refunds.map((refund) => (
          <Text key={refund} as="p" alignment="end" numeric>
            {refund}
          </Text>
        ))}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Until line={line} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric fontWeight={line.state === "counts" ? "semibold" : "regular"}>
          {contribution}
        </Text>
      </IndexTable.Cell>
    </>
  );
}

function CondensedCells({ line }: { line: OrderLine }) {
  const { day, amount, contribution, refunds } = useFigures(line);
  return (
    <div className="laurel-condensed">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <OrderLink line={line} />
          <Text as="span" numeric fontWeight="semibold">
            {contribution}
          </Text>
        </InlineStack>
        <InlineStack align="space-between" gap="200">
          <Text as="span" variant="bodySm" tone="subdued">
            {[day, amount, ...refunds].join(" · ")}
          </Text>
          <Until line={line} condensed />
        </InlineStack>
      </BlockStack>
    </div>
  );
}

/** To the order in Shopify: the frame around the app goes there. */
function OrderLink({ line }: { line: OrderLine }) {
  return (
    <Link url={`shopify://admin/orders/${line.orderId}`} target="_top" monochrome>
      {line.name}
    </Link>
  );
}

function useFigures(line: OrderLine) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  return {
    day: format.day(line.day),
    amount: format.money(line.minor),
    contribution: format.money(line.contributionMinor),
    refunds: line.refunds.map(({ day, minor }) =>
      t("trail.refund", { amount: format.money(minor), day: format.day(day) }),
    ),
  };
}

/** Until when an order counts, or why it doesn't. */
function Until({ line, condensed = false }: { line: OrderLine; condensed?: boolean }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  switch (line.state) {
    case "counts":
      return condensed ? (
        <Text as="span" variant="bodySm" tone="subdued">
          {t("trail.stops", { day: format.day(line.leaves) })}
        </Text>
      ) : (
        format.day(line.leaves)
      );
    case "left":
      return <Badge>{t("trail.left", { day: format.day(line.leaves) })}</Badge>;
    default:
      return <Badge tone="attention">{t(`trail.reasons.${line.state}`)}</Badge>;
  }
}
