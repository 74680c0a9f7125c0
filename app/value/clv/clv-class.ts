/** Who holds the top 60 % of predicted money is high; the next 30 % middle; the rest low. */
export const CLV_CLASSES = ["high", "middle", "low"] as const;

export type ClvClass = (typeof CLV_CLASSES)[number];
