/** Is a customer above the shop's mean in each metric? In recency that is: fewer days than the mean. */
export type AboveMean = { recency: boolean; frequency: boolean; monetary: boolean };

/**
 * The eight groups (客户价值) that Chinese CRM practice makes of high and low in recency, frequency and monetary,
 * where high is above the mean of all customers and recency is high where the last purchase is *nearer* than the
 * mean. Money decides 重要 (important) or 一般 (ordinary); the other two decide the rest:
 *
 * | recency | frequency |                          |
 * | ------- | --------- | ------------------------ |
 * | high    | high      | 价值 (valuable)          |
 * | high    | low       | 发展 (to be developed)   |
 * | low     | high      | 保持 (to be kept up)     |
 * | low     | low       | 挽留 (to be won back)    |
 *
 * Taken on the days themselves instead, 发展 and 保持 change places with 挽留 and 价值: a common mistake.
 */
export function valueGroupOf({ recency, frequency, monetary }: AboveMean): ValueGroup {
  const weight = monetary ? "重要" : "一般";
  if (recency) return frequency ? `${weight}价值客户` : `${weight}发展客户`;
  return frequency ? `${weight}保持客户` : `${weight}挽留客户`;
}

/** The eight, the best first. */
export const VALUE_GROUPS = [
  "重要价值客户",
  "重要保持客户",
  "重要发展客户",
  "重要挽留客户",
  "一般价值客户",
  "一般保持客户",
  "一般发展客户",
  "一般挽留客户",
] as const;

export type ValueGroup = (typeof VALUE_GROUPS)[number];
