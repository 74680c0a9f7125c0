import { Badge, BlockStack, Button, Card, Icon, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { CheckCircleIcon, StatusIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HomePage } from "#app/insights/home.server.ts";
import { guideSteps, type Step } from "./guide-steps.ts";
import { useImportText } from "./use-import-text.ts";

/** The four steps until Laurel runs by itself, with their true states; gone once all are done. */
export function SetUpGuide({ page, blockUrl }: { page: HomePage; blockUrl: string }) {
  const { t } = useTranslation("home");
  const importText = useImportText(page.import);
  const steps = guideSteps(page);
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t("guide.title")}
          </Text>
          <Badge>{t("guide.progress", { done, total: steps.length })}</Badge>
        </InlineStack>
        {steps.map((step) => (
          <GuideStep
            key={step.key}
            step={step}
            text={step.key === "import" ? importText : t(`guide.${step.key}.${step.text}`)}
          >
            {step.key === "import" && !step.done && <ImportProgress page={page} />}
            <StepAction step={step} page={page} blockUrl={blockUrl} />
          </GuideStep>
        ))}
      </BlockStack>
    </Card>
  );
}

function GuideStep({ step, text, children }: { step: Step; text: string; children: ReactNode }) {
  const { t } = useTranslation("home");
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <span>
        <Icon source={step.done ? CheckCircleIcon : StatusIcon} tone={step.done ? "success" : "subdued"} />
      </span>
      <div className="laurel-grow">
        <BlockStack gap="200" inlineAlign="start">
          <Text as="h3" variant="headingSm">
            {t(`guide.${step.key}.title`)}
          </Text>
          <Text as="p" tone="subdued">
            {text}
          </Text>
          {children}
        </BlockStack>
      </div>
    </InlineStack>
  );
}

function ImportProgress({ page }: { page: HomePage }) {
  const { t } = useTranslation("home");
  const counts = Object.values(page.import.counts);
  const done = counts.reduce((sum, count) => sum + count.done, 0);
  const total = counts.reduce((sum, count) => sum + (count.total ?? 0), 0);
  return (
    <div className="laurel-progress">
      <ProgressBar
        progress={total === 0 ? 0 : Math.min(100, Math.round((done / total) * 100))}
        size="small"
        ariaLabelledBy="import-progress"
      />
      <Text as="span" visuallyHidden id="import-progress">
        {t("guide.import.label")}
      </Text>
    </div>
  );
}

function StepAction({ step, page, blockUrl }: { step: Step; page: HomePage; blockUrl: string }) {
  const { t } = useTranslation("home");
  if (!step.open) return null;
  switch (step.key) {
    case "ladder":
      return (
        <Button url="/app/membership" variant="primary">
          {t("guide.ladder.action")}
        </Button>
      );
    case "changes":
      return (
        <Button
          url={page.openPlan === null ? "/app/changes" : `/app/changes/${page.openPlan.id}`}
          variant="primary"
        >
          {t("guide.changes.action")}
        </Button>
      );
    case "block":
      return (
        <Button url={blockUrl} target="_top">
          {t("guide.block.action")}
        </Button>
      );
  }
}
