import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerPage } from "#app/insights/customer.server.ts";
import { useFormat } from "../shop-context.tsx";
import { timelineOf } from "./timeline.ts";
import { useEventText } from "./use-event-text.ts";

/** So many events show at first. */
const FIRST = 12;

/** What happened to the customer and when, the latest first. */
export function TimelineCard({ page }: { page: CustomerPage }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const text = useEventText();
  const [all, setAll] = useState(false);
  const events = timelineOf(page);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("timeline.title")}
        </Text>
        {events.length === 0 && (
          <Text as="p" tone="subdued">
            {t("timeline.none")}
          </Text>
        )}
        <ol className="laurel-timeline">
          {(all ? events : events.slice(0, FIRST)).map((event, index) => (
            <li key={index} className={`laurel-event laurel-event-${event.kind}`}>
              <Text as="span" variant="bodySm" tone="subdued">
                {format.day(event.day)}
              </Text>
              <Text as="p">{text(event)}</Text>
            </li>
          ))}
        </ol>
        {!all && events.length > FIRST && (
          <div>
            <Button variant="plain" onClick={() => setAll(true)}>
              {t("timeline.all", { count: events.length })}
            </Button>
          </div>
        )}
      </BlockStack>
    </Card>
  );
}
