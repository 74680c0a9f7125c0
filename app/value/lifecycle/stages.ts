/** Where a customer stands in their life with the shop, as tables, pages and filters have it. */
export const STAGES = ["prospect", "new", "growing", "loyal", "slipping", "lapsed", "won_back"] as const;

export type Stage = (typeof STAGES)[number];
