/**
 * Figures of a real gift retailer, computed from UCI's "Online Retail" (Chen, Sain & Guo 2012,
 * "Data mining for the online retail industry", Journal of Database Marketing & Customer Strategy
 * Management 19(3)): 25,900 invoices, 541,909 lines, 4,372 customers, 2010-12-01 to 2011-12-09,
 * pounds sterling. Where the generated shop deviates, the constant's comment says how and why.
 */

/** A share of the distribution and the value that it lies at or below. */
export type Quantile = readonly [share: number, value: number];

/** Days that the figures span. */
export const FIGURES_DAYS = 373;

/** Customers and products of a shop of ordinary size. */
export const DEFAULT_CUSTOMERS = 4_400;
export const DEFAULT_PRODUCTS = 3_600;

/** Sale invoices a customer within `FIGURES_DAYS`, of customers with at least one. */
export const ORDERS_PER_CUSTOMER: readonly Quantile[] = [
  [0.5, 2],
  [0.75, 5],
  [0.9, 9],
  [0.95, 13],
  [0.99, 30],
];

/**
 * The generated shop has an order for every invoice of the figures, credit notes included (25,900,
 * of which 18,532 are sales of known customers): 40,000 orders in 24 months.
 */
export const ORDERS_SCALE = 25_900 / 18_532;

/** NBD fitted to the figures: purchase rates are Gamma(r, alpha days). */
export const PURCHASE_RATE = { r: 0.743, alphaDays: 61.4 / ORDERS_SCALE };

/**
 * Chance to leave after a purchase, Beta(a, b), as in BG/NBD. In the figures the dropout models
 * collapse to NBD within 13 months; a shop of 24 months without lapsed customers would be odd.
 */
export const DROPOUT = { a: 0.5, b: 13 };

/** The figures' heaviest buyers are resellers, whom one gamma distribution does not reach. */
export const RESELLERS = { share: 0.04, ratePerDay: 1 / 8, dropoutFactor: 0.2 };

/** New customers a day: a shop's first weeks bring those who had bought before its records began. */
export const EARLY_CUSTOMERS = { factor: 8, decayDays: 45 };

/** Customers who signed up and never bought; the figures have buyers only. */
export const PROSPECTS_SHARE = 0.03;

/** Gamma-Gamma fitted to the figures: order values are Gamma(p, rate), rates Gamma(q, v). */
export const SPEND = { p: 3.142, q: 3.118, v: 282.95 };

/**
 * Many of the figures' customers buy for resale, six of a kind and more. Quantities are scaled down
 * to a private customer's, so that an order is worth a quarter; lines and prices are as they were.
 */
export const ORDER_VALUE_SCALE = 0.25;

/** Values of sale invoices in pounds. */
export const ORDER_VALUE: readonly Quantile[] = [
  [0.1, 85.866],
  [0.25, 158.037],
  [0.5, 303.04],
  [0.75, 471.84],
  [0.9, 824.788],
  [0.95, 1236.593],
];

/** Lines an order. The end points are chosen. */
export const LINES_PER_ORDER: readonly Quantile[] = [
  [0, 1],
  [0.05, 1],
  [0.1, 2],
  [0.25, 6],
  [0.5, 15],
  [0.75, 28],
  [0.9, 48],
  [0.95, 65],
  [0.99, 110.69],
  [1, 250],
];

/** Prices of one unit in pounds, over lines. The end points are chosen. */
export const UNIT_PRICE: readonly Quantile[] = [
  [0, 0.19],
  [0.01, 0.21],
  [0.05, 0.42],
  [0.1, 0.55],
  [0.25, 1.25],
  [0.5, 1.95],
  [0.75, 3.75],
  [0.9, 6.35],
  [0.95, 8.5],
  [0.99, 14.95],
  [1, 39.95],
];

/**
 * A product's popularity by its rank, rank^-slope * e^(-rank / decay): chosen so that the log-log
 * slope over ranks 20 to 800 is the figures' -0.55 and the first fifth has their 66 % of lines.
 */
export const POPULARITY = { slope: 0.38, decayRanks: 1_250, topFifthShareOfLines: 0.656 };

/** Orders by calendar month, January first; the figures' December is the mean of their two parts. */
export const ORDERS_BY_MONTH = [987, 997, 1321, 1149, 1555, 1393, 1331, 1280, 1755, 1929, 2657, 1700];

/** Orders by weekday, Sunday first. The figures have no Saturday; an online shop has a quiet one. */
export const ORDERS_BY_WEEKDAY = [2169, 2863, 3184, 3455, 4032, 2829, 300];

/** Orders by hour of the shop's day. */
export const ORDERS_BY_HOUR = [
  0, 0, 0, 0, 0, 0, 1, 29, 555, 1393, 2226, 2277, 3129, 2636, 2274, 2037, 1100, 544, 169, 144, 18, 0, 0, 0,
];

/** Shares of orders by country; what the figures do not name is spread over the last four. */
export const COUNTRIES: readonly (readonly [code: string, share: number])[] = [
  ["GB", 0.8982],
  ["DE", 0.0247],
  ["FR", 0.021],
  ["IE", 0.014],
  ["BE", 0.0053],
  ["NL", 0.0051],
  ["ES", 0.0049],
  ["AU", 0.0031],
  ["PT", 0.0031],
  ["CH", 0.0028],
  ["FI", 0.0022],
  ["IT", 0.0021],
  ["US", 0.0055],
  ["JP", 0.003],
  ["CN", 0.003],
  ["SE", 0.002],
];

/** Share of sale invoices without a customer. */
export const GUEST_SHARE = 0.0715;

/**
 * What becomes of orders, as shares of them. The figures know only credit notes (14.8 % of invoices,
 * 6.9 % of value); how they fall into cancellations and refunds is chosen to come to the same.
 */
export const FATES = {
  voided: 0.003,
  pending: 0.003,
  authorized: 0.02,
  expired: 0.0005,
  cancelled: 0.025,
  returned: 0.01,
  someLinesRefunded: 0.09,
  amountRefunded: 0.025,
};

/** Chosen: the figures know none of these. */
export const TEST_ORDER_SHARE = 0.001;
export const GIFT_CARD_SHARE = 0.004;
