import type { AdminContext } from "../context.ts";
import { customerMutations } from "./customers.ts";
import { discountMutations } from "./discounts/index.ts";
import { metafieldDefinitionMutations } from "./metafield-definitions.ts";
import { metafieldMutations } from "./metafields.ts";
import { segmentMutations } from "./segments.ts";
import { tagMutations } from "./tags.ts";

/** Every mutation but bulk operations and staged uploads. */
export function mutations(ctx: AdminContext): Record<string, unknown> {
  return {
    ...customerMutations(ctx),
    ...discountMutations(ctx),
    ...metafieldDefinitionMutations(ctx),
    ...metafieldMutations(ctx),
    ...segmentMutations(ctx),
    ...tagMutations(ctx),
  };
}
