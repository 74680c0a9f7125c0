import type { GroupMove } from "#app/insights/customer-group-moves.server.ts";
import type { MoveRow } from "#app/insights/customer-moves.server.ts";
import type { CustomerStage } from "#app/insights/customer-stage.server.ts";
import type { CustomerPage } from "#app/insights/customer.server.ts";
import { orderLines, type OrderLine } from "./order-lines.ts";

/** Something that happened to a customer on a shop day. */
export type TimelineEvent = { day: string } & (
  | { kind: "stage"; stage: NonNullable<CustomerStage["stage"]> }
  | { kind: "group"; move: GroupMove }
  | { kind: "tier"; move: MoveRow }
  | { kind: "refund"; order: string; minor: number }
  | { kind: "order"; line: OrderLine }
);

/** Within a day the effect stands above its cause. */
const ORDER = [
  "stage",
  "group",
  "tier",
  "refund",
  "order",
] as const satisfies readonly TimelineEvent["kind"][];

/** Orders, refunds, rises and falls, changes of group and stage, the latest first. */
export function timelineOf(
  page: Pick<CustomerPage, "standing" | "uncounted" | "moves" | "groupMoves" | "lifecycle">,
): TimelineEvent[] {
  const { standing, uncounted, moves, groupMoves, lifecycle } = page;
  const lines = orderLines(standing?.trail ?? [], uncounted);
  const events: TimelineEvent[] = [
    ...(lifecycle.stage === null
      ? []
      : [{ kind: "stage" as const, day: lifecycle.stage.since, stage: lifecycle.stage }]),
    ...groupMoves.map((move) => ({ kind: "group" as const, day: move.day, move })),
    ...moves.map((move) => ({ kind: "tier" as const, day: move.day, move })),
    ...lines.flatMap(({ name, refunds }) =>
      refunds.map(({ day, minor }) => ({ kind: "refund" as const, day, order: name, minor })),
    ),
    ...lines.map((line) => ({ kind: "order" as const, day: line.day, line })),
  ];
  return events.toSorted(
    (a, b) => b.day.localeCompare(a.day) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
}
