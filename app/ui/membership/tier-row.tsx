import { BlockStack, Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { Benefit, ProblemCode } from "#app/membership/policy.ts";
import type { LadderPreview } from "#app/membership/preview-ladder.server.ts";
import { useFormat, useShop } from "../shop-context.tsx";
import type { TierField, TierForm } from "./ladder-form.ts";

const BENEFITS = ["none", "percentage", "freeShipping"] as const satisfies readonly Benefit["kind"][];

type Props = {
  tier: TierForm;
  lowest: boolean;
  /** The window that spend counts in. */
  months: number;
  counts: LadderPreview["tiers"][number] | null;
  counting: boolean;
  /** The threshold in force, minor units; null where the tier is new. */
  live: number | null;
  problem: (field: TierField) => ProblemCode | null;
  onChange: (patch: Partial<TierForm>) => void;
  onLeave: (field: TierField) => void;
  onRemove?: () => void;
};

/** The fields of one tier. */
export function TierRow({ tier, counts, counting, onRemove, ...rest }: Props) {
  const { t } = useTranslation("membership");
  return (
    <BlockStack gap="200">
      <div className="laurel-tier" role="group" aria-label={tier.name || t("editor.newTier")}>
        <Fields tier={tier} {...rest} />
      </div>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Counts counts={counts} counting={counting} />
        {onRemove !== undefined && (
          <Button
            variant="tertiary"
            tone="critical"
            icon={DeleteIcon}
            accessibilityLabel={t("editor.removeTier", { tier: tier.name || t("editor.newTier") })}
            onClick={onRemove}
          >
            {t("editor.remove")}
          </Button>
        )}
      </InlineStack>
    </BlockStack>
  );
}

function Fields({
  tier,
  lowest,
  months,
  live,
  problem,
  onChange,
  onLeave,
}: Omit<Props, "counts" | "counting" | "onRemove">) {
  const { t } = useTranslation("membership");
  const { currency } = useShop();
  const { money } = useFormat();
  const errorOf = (field: TierField) => {
    const code = problem(field);
    return code === null ? {} : { error: t(`problems.${code}`) };
  };
  return (
    <>
      <TextField
        label={t("editor.name")}
        value={tier.name}
        autoComplete="off"
        maxLength={60}
        onChange={(name) => onChange({ name })}
        onBlur={() => onLeave("name")}
        {...errorOf("name")}
      />
      <TextField
        label={t("editor.threshold", { count: months })}
        value={tier.enter}
        suffix={currency}
        inputMode="decimal"
        autoComplete="off"
        disabled={lowest}
        {...(lowest ? { helpText: t("editor.lowest") } : {})}
        {...(!lowest && live !== null ? { helpText: t("editor.live", { amount: money(live) }) } : {})}
        onChange={(enter) => onChange({ enter })}
        onBlur={() => onLeave("enter")}
        {...errorOf("enter")}
      />
      <Select
        label={t("editor.benefit")}
        options={BENEFITS.map((value) => ({ value, label: t(`benefit.${value}`) }))}
        value={tier.benefit}
        onChange={(value) => onChange({ benefit: BENEFITS.find((kind) => kind === value) ?? "none" })}
      />
      {tier.benefit === "percentage" && (
        <Percent tier={tier} onChange={onChange} onLeave={onLeave} {...errorOf("percent")} />
      )}
    </>
  );
}

type PercentProps = Pick<Props, "tier" | "onChange" | "onLeave"> & { error?: string };

function Percent({ tier, onChange, onLeave, ...error }: PercentProps) {
  const { t } = useTranslation("membership");
  return (
    <TextField
      label={t("editor.percent")}
      value={tier.percent}
      suffix="%"
      inputMode="decimal"
      autoComplete="off"
      onChange={(percent) => onChange({ percent })}
      onBlur={() => onLeave("percent")}
      {...error}
    />
  );
}

/** Who would be in the tier, and who of them comes from below or above. */
function Counts({ counts, counting }: Pick<Props, "counts" | "counting">) {
  const { t } = useTranslation("membership");
  if (counts === null) return <span />;
  const { customers, rises, falls } = counts;
  return (
    <Text as="p" variant="bodySm" {...(counting ? { tone: "subdued" as const } : {})}>
      <span aria-live="polite">
        {t("counts.customers", { count: customers })}
        {rises > 0 && ` · ${t("counts.rises", { count: rises })}`}
        {falls > 0 && ` · ${t("counts.falls", { count: falls })}`}
      </span>
    </Text>
  );
}
