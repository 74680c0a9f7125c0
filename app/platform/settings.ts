import { z } from "zod";

/** What the merchant chose, kept in `shop.settings`. Every value has a default: an empty object is valid. */
export const settingsSchema = z.object({
  /** Does tax count as spend? */
  countTax: z.boolean().default(true),
  /** Does shipping count as spend? */
  countShipping: z.boolean().default(true),
  tierTagPrefix: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^,]*$/)
    .default("tier:"),
  /** Are RFM groups written as tags, too? */
  rfmTags: z.boolean().default(true),
  rfmTagPrefix: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^,]*$/)
    .default("rfm:"),
  /** After the first approved plan: are changes that orders cause written by themselves, or kept for review? */
  writeBack: z.enum(["automatic", "reviewed"]).default("automatic"),
});

export type Settings = z.infer<typeof settingsSchema>;
