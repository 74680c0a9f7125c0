import { SaveBar } from "@shopify/app-bridge-react";
import { Badge, Banner, BlockStack, InlineGrid, Page } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MembershipPage } from "#app/insights/membership.server.ts";
import { checkDefinition } from "#app/membership/policy.ts";
import { useFormat, useShop } from "../shop-context.tsx";
import { DiscardModal } from "./discard-modal.tsx";
import { LadderEditor } from "./ladder-editor.tsx";
import { toForm, toInput, type LadderInput } from "./ladder-form.ts";
import { PublishModal } from "./publish-modal.tsx";
import { ShopperPreview } from "./shopper-preview.tsx";
import { SpendChart } from "./spend-chart.tsx";
import { TierSteps } from "./tier-steps.tsx";
import { useLadderPreview } from "./use-ladder-preview.ts";

type Props = {
  page: MembershipPage;
  sending: boolean;
  send: (intent: "save" | "publish", definition: LadderInput) => void;
  discard: () => void;
};

/** The form of the ladder with everything that follows what is typed. */
export function Workbench({ page, sending, send, discard }: Props) {
  const { t } = useTranslation(["membership", "common"]);
  const { form, setForm, input, checked, changed, tried, setTried, reset } = useLadderForm(page);
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const shown = useLadderPreview(page, checked.ok ? checked.value : null, input);
  const save = () => (checked.ok ? send("save", input) : setTried(true));

  return (
    <Page
      title={t("title")}
      subtitle={useSubtitle(page)}
      titleMetadata={<StateBadge shown={page.shown} />}
      primaryAction={{
        content: t("publish"),
        disabled: changed || page.shown === "published",
        loading: sending,
        onAction: () => setAsking("publish"),
      }}
      secondaryActions={
        page.shown === "draft" && page.published !== null
          ? [{ content: t("discarding.confirm"), disabled: sending, onAction: () => setAsking("discard") }]
          : []
      }
    >
      <SaveBar id="ladder-save-bar" open={changed}>
        <button variant="primary" onClick={save} disabled={sending}>
          {t("common:actions.save")}
        </button>
        <button onClick={reset}>{t("common:actions.discard")}</button>
      </SaveBar>
      <BlockStack gap="400">
        <State page={page} />
        <TierSteps shown={shown} />
        <LadderEditor {...{ page, form, setForm, shown, problems: checked.ok ? [] : checked.error, tried }} />
        <InlineGrid columns={{ xs: 1, lg: ["twoThirds", "oneThird"] }} gap="400">
          <SpendChart shown={shown} />
          <ShopperPreview definition={shown.definition} />
        </InlineGrid>
      </BlockStack>
      <PublishModal
        open={asking === "publish"}
        first={page.published === null}
        shown={shown}
        onClose={() => setAsking(null)}
        onPublish={() => {
          setAsking(null);
          send("publish", input);
        }}
      />
      <DiscardModal
        open={asking === "discard"}
        version={page.published?.version ?? 0}
        onClose={() => setAsking(null)}
        onDiscard={() => {
          setAsking(null);
          discard();
        }}
      />
    </Page>
  );
}

/** What is typed, what is wrong with it, and whether it was tried to save it like that. */
function useLadderForm({ definition }: MembershipPage) {
  const { currency } = useShop();
  const [form, setForm] = useState(() => toForm(definition, currency));
  const [tried, setTried] = useState(false);
  const { window } = definition;
  const input = useMemo(() => toInput(form, window, currency), [form, window, currency]);
  const checked = checkDefinition(input);
  const changed = !checked.ok || JSON.stringify(checked.value) !== JSON.stringify(definition);
  const reset = () => {
    setForm(toForm(definition, currency));
    setTried(false);
  };
  return { form, setForm, input, checked, changed, tried, setTried, reset };
}

function useSubtitle({ definition, asOf }: MembershipPage): string {
  const { t } = useTranslation(["membership", "common"]);
  const { instant } = useFormat();
  const subtitle = t("subtitle", { count: definition.window.months });
  return asOf === null ? subtitle : `${subtitle} ${t("common:reports.madeAt", { at: instant(asOf) })}`;
}

function StateBadge({ shown }: { shown: MembershipPage["shown"] }) {
  const { t } = useTranslation("membership");
  return <Badge tone={shown === "published" ? "success" : "attention"}>{t(`state.${shown}`)}</Badge>;
}

/** Draft against live, in a sentence. */
function State({ page: { published, shown } }: { page: MembershipPage }) {
  const { t } = useTranslation("membership");
  const format = useFormat();
  if (published === null) {
    return (
      <Banner tone="info" title={t("first.title")}>
        {t("first.body")}
      </Banner>
    );
  }
  const inForce = { version: published.version, since: format.instant(published.effectiveFrom) };
  if (shown === "published") return <Banner tone="success">{t("inForce", inForce)}</Banner>;
  return (
    <Banner tone="info" title={t("draft.title")}>
      {t("draft.body", inForce)}
    </Banner>
  );
}
