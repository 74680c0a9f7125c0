import { useTranslation } from "react-i18next";
import type { MoveRow } from "#app/insights/customer-moves.server.ts";
import { useFormat } from "../shop-context.tsx";

/** Says a rise or fall with its cause: "Rose from Silver to Gold on 3 Mar 2026: by order #1042 (£80.00)". */
export function useMoveText(): (move: MoveRow) => string {
  const { t, i18n } = useTranslation("customer");
  const format = useFormat();
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction", style: "narrow" });
  return ({ day, direction, from, to, kind, orders, minor }) =>
    t("moves.sentence", {
      move: t(`moves.${direction}`, { from, to, day: format.day(day) }),
      cause: t(`causes.${kind}`, {
        count: orders.length,
        orders: orders.length === 0 ? t("causes.unknownOrder") : list.format(orders),
        amount: minor === null ? "" : format.money(minor),
      }),
    });
}
