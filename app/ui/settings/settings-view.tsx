import { useFetcher } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsPage } from "#app/insights/settings.server.ts";
import type { Result } from "#app/platform/errors.ts";
import { checkSettings, type Settings, type SettingsProblem } from "#app/platform/settings.ts";
import { ForecastRules } from "./forecast-rules.tsx";
import { KeptData } from "./kept-data.tsx";
import { RfmScheme } from "./rfm-scheme.tsx";
import type { SettingsFormProps } from "./settings-form-props.ts";
import { ShopFacts } from "./shop-facts.tsx";
import { SpendRules } from "./spend-rules.tsx";
import { TagSettings } from "./tag-settings.tsx";
import { Uninstalling } from "./uninstalling.tsx";
import { WriteBack } from "./write-back.tsx";

/** What the merchant can choose, and what Laurel keeps. */
export function SettingsView({ page }: { page: SettingsPage }) {
  const { t } = useTranslation(["settings", "common"]);
  const fetcher = useFetcher<Result<{ refreshing: boolean }, SettingsProblem[]>>();
  const [edits, setEdits] = useState<Partial<Settings>>({});
  useSavedToast(fetcher.data);
  const settings = { ...page.settings, ...edits };
  const checked = checkSettings(settings);
  const changed = JSON.stringify(settings) !== JSON.stringify(page.settings);
  const form: SettingsFormProps = {
    settings,
    change: (patch) => setEdits({ ...edits, ...patch }),
    errorAt: (setting) => {
      const problem = checked.ok ? undefined : checked.error.find((each) => each.setting === setting);
      return problem === undefined ? {} : { error: t(`problems.${problem.code}`) };
    },
  };
  const save = () => {
    if (checked.ok) fetcher.submit(checked.value, { method: "post", encType: "application/json" });
  };
  return (
    <Page title={t("title")}>
      <SaveBar id="settings-save-bar" open={changed}>
        <button variant="primary" onClick={save} disabled={!checked.ok || fetcher.state !== "idle"}>
          {t("common:actions.save")}
        </button>
        <button onClick={() => setEdits({})}>{t("common:actions.discard")}</button>
      </SaveBar>
      <BlockStack gap={{ xs: "800", sm: "400" }}>
        <SpendRules {...form} />
        <ForecastRules {...form} />
        <TagSettings {...form} />
        <RfmScheme {...form} />
        <WriteBack {...form} />
        <ShopFacts shop={page.shop} />
        <KeptData kept={page.kept} asOf={page.keptAsOf} />
        <Uninstalling />
      </BlockStack>
    </Page>
  );
}

function useSavedToast(data: Result<{ refreshing: boolean }, SettingsProblem[]> | undefined): void {
  const { t } = useTranslation("settings");
  const shopify = useAppBridge();
  useEffect(() => {
    if (data === undefined) return;
    if (!data.ok) shopify.toast.show(t("notSaved"), { isError: true });
    else shopify.toast.show(data.value.refreshing ? t("refreshing") : t("saved"));
  }, [data, shopify, t]);
}
