import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { MembershipPage } from "#app/insights/membership.server.ts";
import type { Definition } from "#app/membership/policy.ts";
import type { LadderPreview } from "#app/membership/preview-ladder.server.ts";
import type { LadderInput } from "./ladder-form.ts";

export type ShownLadder = {
  /** The last ladder without a mistake, and what it would do. */
  definition: Definition;
  preview: LadderPreview;
  /** Does what is typed differ from it, and is being counted? */
  counting: boolean;
};

const TYPING_MS = 350;

/**
 * Counts customers for the ladder that is being typed, once the typing rests. `typed`: null while it has
 * mistakes. `input`: the same object for as long as nothing is typed.
 */
export function useLadderPreview(
  page: MembershipPage,
  typed: Definition | null,
  input: LadderInput,
): ShownLadder {
  const { data, submit } = useFetcher<{ definition: Definition; preview: LadderPreview } | null>();
  const wanted = typed === null ? null : JSON.stringify(typed);
  const atFirst = wanted === JSON.stringify(page.definition);
  const shown = data === null || data === undefined || atFirst ? page : data;
  const counting = wanted !== null && wanted !== JSON.stringify(shown.definition);
  useEffect(() => {
    if (!counting) return undefined;
    const timer = setTimeout(
      () =>
        submit(input, {
          action: "/app/membership/preview",
          method: "post",
          encType: "application/json",
        }),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [input, counting, submit]);
  return { definition: shown.definition, preview: shown.preview, counting };
}
