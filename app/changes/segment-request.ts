import { z } from "zod";
import { GROUP_KEYS, type GroupKey } from "#app/value/rfm/group-key.ts";

/** What a person asked of the segments of RFM groups: those to make, and those to take away. */
export const segmentRequest = z.object({
  make: z.array(z.enum(GROUP_KEYS)).default([]),
  end: z.array(z.enum(GROUP_KEYS)).default([]),
});

export type SegmentRequest = z.infer<typeof segmentRequest>;

/** The request with a wish more; the later wish counts. */
export function withWish(request: SegmentRequest, group: GroupKey, wanted: boolean): SegmentRequest {
  const make = request.make.filter((other) => other !== group);
  const end = request.end.filter((other) => other !== group);
  return wanted ? { make: [...make, group], end } : { make, end: [...end, group] };
}

/** What takes the request back. */
export function opposite({ make, end }: SegmentRequest): SegmentRequest {
  return { make: end, end: make };
}

/** Every group that the request speaks of. */
export function askedGroups({ make, end }: SegmentRequest): GroupKey[] {
  return [...make, ...end];
}
