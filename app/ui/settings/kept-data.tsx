import { Card, DataTable } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { SettingsPage } from "#app/insights/settings.server.ts";
import { useFormat } from "../shop-context.tsx";
import { SettingsSection } from "./settings-section.tsx";

const KINDS = ["customers", "orders", "products"] as const satisfies readonly (keyof SettingsPage["kept"])[];

/** Which data Laurel keeps of the shop, and why. */
export function KeptData({ kept, asOf }: Pick<SettingsPage, "kept"> & { asOf: string | null }) {
  const { t } = useTranslation("settings");
  const { number, instant } = useFormat();
  const counted = asOf === null ? "" : ` ${t("common:reports.madeAt", { at: instant(asOf) })}`;
  return (
    <SettingsSection title={t("kept.title")} help={t("kept.help") + counted}>
      <Card padding="0">
        <div className="laurel-wrapping">
          <DataTable
            columnContentTypes={["text", "text", "numeric"]}
            headings={[t("kept.data"), t("kept.why"), t("kept.rows")]}
            rows={KINDS.map((kind) => [t(`kept.${kind}`), t(`kept.${kind}Why`), number(kept[kind])])}
          />
        </div>
      </Card>
    </SettingsSection>
  );
}
