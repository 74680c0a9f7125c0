import { prisma } from "#app/db.server.ts";
import type { Facts, Score } from "#app/generated/prisma/client.ts";
import { benefitSentences } from "#app/membership/benefit.ts";
import { currentPolicy } from "#app/membership/current-policy.server.ts";
import { customerStanding } from "#app/membership/customer-standing.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import { isUsualScheme } from "#app/platform/score-scheme.ts";
import { dateToDay, dayOf } from "#app/platform/time.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";
import { customerGroupMoves, type GroupMove } from "./customer-group-moves.server.ts";
import { customerForecast, type CustomerForecast } from "./customer-forecast.server.ts";
import { RF_GROUPS, type RfGroup } from "#app/value/rfm/rf-group.ts";
import { VALUE_GROUPS, type ValueGroup } from "#app/value/rfm/value-group.ts";
import { customerMoves, type MoveRow } from "./customer-moves.server.ts";
import { customerNames } from "./customer-names.server.ts";
import { customerStage, type CustomerStage } from "./customer-stage.server.ts";
import { customerTags, type CustomerTags } from "./customer-tags.server.ts";
import { uncountedReason, type UncountedReason } from "./uncounted.ts";

/** An order that is a purchase: what it adds to the spend in the window today. Days are the shop's. */
export type TrailRow = {
  orderId: string;
  name: string;
  day: string;
  leaves: string;
  grossMinor: number;
  refunds: { day: string; minor: number }[];
  contributionMinor: number;
  counts: boolean;
};

export type StandingView = {
  tier: string;
  rank: number;
  since: string;
  validUntil: string | null;
  spendMinor: number;
  progress: {
    next: string;
    neededMinor: number;
    missingMinor: number;
    by: string | null;
    benefits: string[];
  } | null;
  keep: { missingMinor: number; by: string } | null;
  benefits: string[];
  trail: TrailRow[];
  /** Length of the window. */
  months: number;
};

/** An order that is no purchase. */
export type UncountedOrder = {
  orderId: string;
  name: string;
  day: string;
  minor: number;
  reason: UncountedReason;
};

export type ScoreView = {
  recency: number;
  frequency: number;
  monetary: number;
  rfGroup: RfGroup | null;
  valueGroup: ValueGroup | null;
  /** By the shop's own scheme, where it has one: of so many; null in a metric that it leaves out. */
  own: { recency: number | null; frequency: number | null; monetary: number | null; of: number } | null;
};

export type CustomerPage = {
  id: string;
  name: string | null;
  tags: CustomerTags;
  /** Is a ladder in force? Without one there are no standings. */
  ladder: boolean;
  standing: StandingView | null;
  uncounted: UncountedOrder[];
  moves: MoveRow[];
  groupMoves: GroupMove[];
  lifecycle: CustomerStage;
  group: RfmGroup;
  forecast: CustomerForecast | null;
  score: ScoreView | null;
  /** Over all time, not only the window. */
  facts: { frequency: number; netMinor: number; firstDay: string; lastDay: string } | null;
};

/**
 * Everything that answers "why this tier?" for one customer.
 * @throws AppError not_found where the shop has no such customer.
 */
export async function customerPage(
  client: AdminClient,
  shop: Shop,
  customerId: CustomerId,
): Promise<CustomerPage> {
  const customer = await prisma.customer.findUnique({
    where: { shopId_id: { shopId: shop.id, id: customerId } },
  });
  const present = customer?.deletedAt === null && customer.mergedInto === null;
  if (!present) {
    throw new AppError("not_found", `No customer ${customerId}`, { userMessage: "not_found" });
  }
  const [policy, known, values, uncounted, names, groupMoves, forecast, lifecycle] = await Promise.all([
    currentPolicy(prisma, shop.id),
    customerStanding(prisma, shop, customerId),
    customerValues(shop, customerId),
    uncountedOrders(shop, customerId),
    customerNames(client, [customerId]),
    customerGroupMoves(shop, customerId),
    customerForecast(shop, customerId),
    customerStage(shop, customerId),
  ]);
  return {
    id: customerId.toString(),
    name: names[customerId.toString()] ?? null,
    tags: await customerTags(shop, policy, customer),
    ladder: policy !== null,
    standing: known === null ? null : standingView(known, shop),
    uncounted,
    moves: known === null ? [] : await customerMoves(shop, known),
    groupMoves,
    lifecycle,
    ...values,
    forecast,
  };
}

async function customerValues(
  shop: Shop,
  customerId: CustomerId,
): Promise<Pick<CustomerPage, "group" | "score" | "facts">> {
  const where = { shopId_customerId: { shopId: shop.id, customerId } };
  const [score, facts] = await Promise.all([
    prisma.score.findUnique({ where }),
    prisma.facts.findUnique({ where }),
  ]);
  return {
    group: RFM_GROUPS.find((group) => group === score?.group) ?? "prospects",
    score: score === null ? null : scoreView(score, shop),
    facts: facts === null ? null : factsView(facts),
  };
}

function scoreView(score: Score, { settings: { rfm } }: Shop): ScoreView {
  const { recency, frequency, monetary, ownRecency, ownFrequency, ownMonetary } = score;
  const own = { recency: ownRecency, frequency: ownFrequency, monetary: ownMonetary };
  return {
    ...{ recency, frequency, monetary },
    rfGroup: RF_GROUPS.find(({ group }) => group === score.rfGroup)?.group ?? null,
    valueGroup: VALUE_GROUPS.find((group) => group === score.valueGroup) ?? null,
    own: isUsualScheme(rfm) ? null : { ...own, of: rfm.scores },
  };
}

/** Null where she never bought. */
function factsView({ frequency, netMinor, firstDay, lastDay }: Facts): CustomerPage["facts"] {
  if (firstDay === null || lastDay === null) return null;
  return {
    frequency,
    netMinor: Number(netMinor),
    firstDay: dateToDay(firstDay),
    lastDay: dateToDay(lastDay),
  };
}

async function uncountedOrders(shop: Shop, customerId: CustomerId): Promise<UncountedOrder[]> {
  const orders = await prisma.order.findMany({
    where: { shopId: shop.id, customerId, deletedAt: null },
    orderBy: { processedAt: "desc" },
  });
  return orders.flatMap((order) => {
    const reason = uncountedReason(order);
    if (reason === null) return [];
    const { id, name, processedAt, totalMinor } = order;
    return [
      {
        orderId: id.toString(),
        name,
        day: dayOf(processedAt, shop.timeZone),
        minor: Number(totalMinor),
        reason,
      },
    ];
  });
}

type Known = NonNullable<Awaited<ReturnType<typeof customerStanding>>>;

function standingView({ policy, standing }: Known, shop: Shop): StandingView {
  const { tier, rank, since, validUntil, spendMinor, progress, keep, trail } = standing;
  return {
    tier: tier.name,
    rank,
    since,
    validUntil,
    spendMinor,
    progress:
      progress === null
        ? null
        : {
            next: progress.next.name,
            neededMinor: progress.neededMinor,
            missingMinor: progress.missingMinor,
            by: progress.by,
            benefits: benefitSentences(progress.next, shop.locale),
          },
    keep,
    benefits: benefitSentences(tier, shop.locale),
    trail: trail.map(({ orderId, state, refunds, ...entry }) => ({
      ...entry,
      orderId: orderId.toString(),
      refunds: [...refunds],
      counts: state === "counts",
    })),
    months: policy.definition.window.months,
  };
}
