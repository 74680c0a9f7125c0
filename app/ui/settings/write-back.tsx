import { Card, ChoiceList } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Settings } from "#app/platform/settings.ts";
import { SettingsSection } from "./settings-section.tsx";
import type { SettingsFormProps } from "./settings-form-props.ts";

const WAYS = ["automatic", "reviewed"] as const satisfies readonly Settings["writeBack"][];

/** Whether changes that orders cause are written by themselves. */
export function WriteBack({ settings, change }: SettingsFormProps) {
  const { t } = useTranslation("settings");
  return (
    <SettingsSection title={t("writeBack.title")} help={t("writeBack.help")}>
      <Card>
        <ChoiceList
          title={t("writeBack.label")}
          choices={WAYS.map((value) => ({
            value,
            label: t(`writeBack.${value}`),
            helpText: t(`writeBack.${value}Help`),
          }))}
          selected={[settings.writeBack]}
          onChange={([chosen]) =>
            change({ writeBack: WAYS.find((way) => way === chosen) ?? settings.writeBack })
          }
        />
      </Card>
    </SettingsSection>
  );
}
