import { useFetcher } from "@remix-run/react";
import { Banner, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { SegmentsState } from "#app/insights/rfm.server.ts";
import type { Result } from "#app/platform/errors.ts";

/** What a segment of a group needs before it can be of use; nothing where all is there. */
export function SegmentHint({ segments }: { segments: SegmentsState }) {
  const { t } = useTranslation("rfm");
  if (!segments.tags) {
    return (
      <Banner action={{ content: t("segment.toSettings"), url: "/app/settings" }}>
        {t("segment.tagsOff")}
      </Banner>
    );
  }
  if (segments.live) return null;
  return (
    <Banner action={{ content: t("segment.toChanges"), url: "/app/changes" }}>{t("segment.notLive")}</Banner>
  );
}

/** Plans a Shopify segment of a group, to be approved on the next page. */
export function SegmentAction(props: { group: string; label: string; segments: SegmentsState }) {
  const { group, label, segments } = props;
  const { t } = useTranslation("rfm");
  const fetcher = useFetcher<Result<number, "tags_off" | "exists">>();
  if (segments.made.some((made) => made === group)) {
    return (
      <Text as="span" variant="bodySm" tone="subdued">
        {t("segment.made")}
      </Text>
    );
  }
  const failure = fetcher.data?.ok === false ? fetcher.data.error : null;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Button
        size="slim"
        disabled={!segments.tags}
        loading={fetcher.state !== "idle"}
        accessibilityLabel={t("segment.makeFor", { group: label })}
        onClick={() => fetcher.submit({ group }, { method: "post" })}
      >
        {t("segment.make")}
      </Button>
      {failure !== null && (
        <InlineError
          fieldID={group}
          message={failure === "exists" ? t("segment.exists") : t("segment.tagsOff")}
        />
      )}
    </InlineStack>
  );
}
