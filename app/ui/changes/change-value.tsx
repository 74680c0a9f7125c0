import { InlineStack, Tag, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { ChangeDraft } from "#app/changes/model.ts";
import { useFormat } from "../shop-context.tsx";

const standingText = z.object({
  tier: z.string(),
  progress: z.object({ missing: z.number(), next: z.string() }).nullable(),
});

/** One side of a change, as a person reads it: tags as tags, a standing as its sentence. */
export function ChangeValue({ change, side }: { change: ChangeDraft; side: "before" | "after" }) {
  const { t } = useTranslation("changes");
  const format = useFormat();
  const nothing = (
    <Text as="span" tone="subdued">
      {t("none")}
    </Text>
  );
  switch (change.kind) {
    case "customer.tags": {
      const { tags } = change[side];
      return tags.length === 0 ? (
        nothing
      ) : (
        <InlineStack gap="100">
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </InlineStack>
      );
    }
    case "customer.standing": {
      const { value } = change[side];
      if (value === null) return nothing;
      const { tier, progress } = standingText.parse(JSON.parse(value));
      return (
        <Text as="span">
          {progress === null
            ? tier
            : t("standingText", { tier, next: progress.next, missing: format.money(progress.missing) })}
        </Text>
      );
    }
    case "segment": {
      const state = change[side];
      return state === null ? nothing : <Text as="span">{state.name}</Text>;
    }
    case "discount": {
      const state = change[side];
      return state === null ? nothing : <Text as="span">{state.title}</Text>;
    }
  }
}
