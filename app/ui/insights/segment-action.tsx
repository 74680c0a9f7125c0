import { useFetcher } from "@remix-run/react";
import { Banner, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { SegmentRefusal } from "#app/changes/request-group-segment.server.ts";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import type { Result } from "#app/platform/errors.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";

/** What a segment of a group needs before it can be of use; nothing where all is there. */
export function SegmentHint({ segments }: { segments: SegmentsState }) {
  const { t } = useTranslation("rfm");
  if (!segments.tags) {
    return (
      <Banner action={{ content: t("segment.toSettings"), url: "/app/settings" }}>
        {t("segment.tags_off")}
      </Banner>
    );
  }
  if (segments.live) return null;
  return (
    <Banner action={{ content: t("segment.toChanges"), url: "/app/changes" }}>{t("segment.notLive")}</Banner>
  );
}

/** The same, and what a segment does that needs tags of its own. */
export function SegmentHelp({ segments }: { segments: SegmentsState }) {
  const { t } = useTranslation("rfm");
  return (
    <>
      <SegmentHint segments={segments} />
      <Text as="p" tone="subdued">
        {t("segment.help")}
      </Text>
    </>
  );
}

/** Plans a Shopify segment of a group or cell, or that it is taken away: to be approved on the next page. */
export function SegmentAction(props: { group: GroupKey; label: string; segments: SegmentsState }) {
  const { group, label, segments } = props;
  const { t } = useTranslation("rfm");
  const fetcher = useFetcher<Result<number, SegmentRefusal>>();
  const made = segments.made.includes(group);
  const ask = (intent: "make" | "end") =>
    fetcher.submit({ group, intent }, { method: "post", action: "/app/insights/rfm" });
  return (
    <InlineStack gap="200" blockAlign="center">
      {made && (
        <Text as="span" variant="bodySm" tone="subdued">
          {t("segment.made")}
        </Text>
      )}
      <Button
        size="slim"
        variant={made ? "plain" : "secondary"}
        disabled={!made && !segments.tags}
        loading={fetcher.state !== "idle"}
        accessibilityLabel={t(made ? "segment.endFor" : "segment.makeFor", { group: label })}
        onClick={() => ask(made ? "end" : "make")}
      >
        {t(made ? "segment.end" : "segment.make")}
      </Button>
      {fetcher.data?.ok === false && (
        <InlineError fieldID={group} message={t(`segment.${fetcher.data.error}`)} />
      )}
    </InlineStack>
  );
}
