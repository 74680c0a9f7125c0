import { BlockStack, Card, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SettingsSection } from "./settings-section.tsx";
import type { SettingsFormProps } from "./settings-form-props.ts";

/** What a customer's future money is worth to the shop. */
export function ForecastRules({ settings, change, errorAt }: SettingsFormProps) {
  const { t } = useTranslation("settings");
  return (
    <SettingsSection title={t("forecast.title")} help={t("forecast.help")}>
      <Card>
        <BlockStack gap="300">
          <PercentField
            label={t("forecast.margin")}
            help={t("forecast.marginHelp")}
            share={settings.grossMargin}
            onChange={(grossMargin) => change({ grossMargin })}
            {...errorAt("grossMargin")}
          />
          <PercentField
            label={t("forecast.discount")}
            help={t("forecast.discountHelp")}
            share={settings.yearlyDiscount}
            onChange={(yearlyDiscount) => change({ yearlyDiscount })}
            {...errorAt("yearlyDiscount")}
          />
        </BlockStack>
      </Card>
    </SettingsSection>
  );
}

type PercentProps = {
  label: string;
  help: string;
  share: number;
  onChange: (share: number) => void;
  error?: string;
};

/** A share, typed as percent. What is typed stays as it is typed while it means the share. */
function PercentField({ label, help, share, onChange, error }: PercentProps) {
  const [text, setText] = useState("");
  return (
    <TextField
      label={label}
      helpText={help}
      type="number"
      min={0}
      max={100}
      suffix="%"
      autoComplete="off"
      value={Object.is(shareOf(text), share) ? text : percentOf(share)}
      onChange={(typed) => {
        setText(typed);
        onChange(shareOf(typed));
      }}
      {...(error === undefined ? {} : { error })}
    />
  );
}

function shareOf(text: string): number {
  return text === "" ? NaN : Number((Number(text) / 100).toFixed(6));
}

function percentOf(share: number): string {
  return Number.isNaN(share) ? "" : String(Number((share * 100).toFixed(4)));
}
