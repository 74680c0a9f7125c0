import { prisma } from "#app/db.server.ts";
import { benefitSentences } from "#app/membership/benefit.ts";
import type { Cause } from "#app/membership/cause.ts";
import { customerStanding } from "#app/membership/customer-standing.server.ts";
import type { Shop } from "#app/mirror/read-shop.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { CustomerId } from "#app/platform/ids.ts";
import type { AdminClient } from "#app/shopify/admin-client.server.ts";
import { customerNames } from "./customer-names.server.ts";

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

export type CustomerPage = {
  id: string;
  name: string | null;
  tags: string[];
  standing: {
    tier: string;
    since: string;
    validUntil: string | null;
    spendMinor: number;
    enterMinor: number;
    progress: { next: string; neededMinor: number; missingMinor: number; by: string | null } | null;
    keep: { missingMinor: number; by: string } | null;
    benefits: string[];
    trail: TrailRow[];
    months: number;
  } | null;
  moves: { day: string; from: string | null; to: string; cause: Cause; order: string | null }[];
  score: { recency: number; frequency: number; monetary: number; group: string } | null;
  facts: { frequency: number; netMinor: number; firstDay: string | null; lastDay: string | null } | null;
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
  const key = { shopId_customerId: { shopId: shop.id, customerId } };
  const [customer, known, score, facts, names] = await Promise.all([
    prisma.customer.findUnique({ where: { shopId_id: { shopId: shop.id, id: customerId } } }),
    customerStanding(prisma, shop, customerId),
    prisma.score.findUnique({ where: key }),
    prisma.facts.findUnique({ where: key }),
    customerNames(client, [customerId]),
  ]);
  if (customer === null)
    throw new AppError("not_found", `No customer ${customerId}`, { userMessage: "not_found" });
  return {
    id: customerId.toString(),
    name: names[customerId.toString()] ?? null,
    tags: customer.tags,
    standing: known === null ? null : standingView(known, shop),
    moves: known === null ? [] : await movesView(known, shop),
    score:
      score === null
        ? null
        : {
            recency: score.recency,
            frequency: score.frequency,
            monetary: score.monetary,
            group: score.group,
          },
    facts:
      facts === null
        ? null
        : {
            frequency: facts.frequency,
            netMinor: Number(facts.netMinor),
            firstDay: dayText(facts.firstDay),
            lastDay: dayText(facts.lastDay),
          },
  };
}

type Known = NonNullable<Awaited<ReturnType<typeof customerStanding>>>;

function standingView({ policy, standing }: Known, shop: Shop): NonNullable<CustomerPage["standing"]> {
  const { progress, keep } = standing;
  return {
    tier: standing.tier.name,
    since: standing.since,
    validUntil: standing.validUntil,
    spendMinor: standing.spendMinor,
    enterMinor: standing.tier.enterMinor,
    progress:
      progress === null
        ? null
        : {
            next: progress.next.name,
            neededMinor: progress.neededMinor,
            missingMinor: progress.missingMinor,
            by: progress.by,
          },
    keep,
    benefits: benefitSentences(standing.tier, shop.locale),
    trail: standing.trail.map(({ orderId, state, refunds, ...entry }) => ({
      ...entry,
      orderId: orderId.toString(),
      refunds: refunds.map(({ day, minor }) => ({ day, minor })),
      counts: state === "counts",
    })),
    months: policy.definition.window.months,
  };
}

async function movesView({ policy, moves }: Known, shop: Shop): Promise<CustomerPage["moves"]> {
  const nameOf = (key: string): string =>
    policy.definition.tiers.find((tier) => tier.key === key)?.name ?? key;
  const ids = moves.flatMap(({ cause }) => ("orderId" in cause ? [BigInt(cause.orderId)] : []));
  const orders = await prisma.order.findMany({
    where: { shopId: shop.id, id: { in: ids } },
    select: { id: true, name: true },
  });
  const orderNames = new Map(orders.map(({ id, name }) => [id.toString(), name]));
  return moves.map(({ day, fromTier, toTier, cause }) => ({
    day,
    from: fromTier === null ? null : nameOf(fromTier),
    to: nameOf(toTier),
    cause,
    order: "orderId" in cause ? (orderNames.get(cause.orderId) ?? null) : null,
  }));
}

function dayText(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
