import { Badge, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ChangeState, PlanState } from "#app/changes/state.ts";

const TONES = {
  building: "info",
  draft: "attention",
  approved: "info",
  sending: "info",
  paused: "warning",
  done: "success",
  cancelled: undefined,
  applied: "success",
  skipped: undefined,
  failed: "critical",
  drift: "warning",
} as const satisfies Record<PlanState | ChangeState, BadgeProps["tone"]>;

/** The state of a plan or of one change. */
export function StateBadge({ state }: { state: PlanState | ChangeState }) {
  const { t } = useTranslation("changes");
  const tone = TONES[state];
  return <Badge {...(tone === undefined ? {} : { tone })}>{t(`state.${state}`)}</Badge>;
}
