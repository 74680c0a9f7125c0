import { useTranslation } from "react-i18next";
import { useFormat } from "../shop-context.tsx";
import type { TimelineEvent } from "./timeline.ts";
import { useMoveText } from "./use-move-text.ts";

/** Says what happened; the day stands beside it. */
export function useEventText(): (event: TimelineEvent) => string {
  const { t } = useTranslation(["customer", "common"]);
  const { money } = useFormat();
  const moveText = useMoveText();
  return (event) => {
    switch (event.kind) {
      case "order":
        return orderText(event.line);
      case "refund":
        return t("timeline.refund", { order: event.order, amount: money(event.minor) });
      case "tier":
        return moveText(event.move);
      case "group":
        return t("timeline.group", {
          from: t(`common:groups.${event.move.from}`),
          to: t(`common:groups.${event.move.to}`),
        });
      case "stage":
        return stageText(event.stage);
    }
  };

  function orderText({ name, minor, state }: Extract<TimelineEvent, { kind: "order" }>["line"]): string {
    const order = t("timeline.order", { order: name, amount: money(minor) });
    return state === "counts" || state === "left"
      ? order
      : t("timeline.uncounted", { order, reason: t(`trail.reasons.${state}`) });
  }

  function stageText({ previous, stage: now }: Extract<TimelineEvent, { kind: "stage" }>["stage"]): string {
    const stage = t(`common:stages.${now}`);
    return previous === null
      ? t("timeline.stage", { stage })
      : t("timeline.stageFrom", { from: t(`common:stages.${previous}`), stage });
  }
}
