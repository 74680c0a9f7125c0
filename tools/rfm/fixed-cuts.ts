import { parseMinor } from "#app/platform/money.ts";
import { cutsAt } from "#app/value/rfm/cut-methods.ts";
import type { Cuts } from "#app/value/rfm/score.ts";
import type { MetricCuts } from "#app/value/rfm/score-customers.ts";

/** A metric's limits as given, "365,180,90,30": of scores 2, 3, 4 and 5. */
export type Limits = Partial<Record<keyof MetricCuts, string | undefined>>;

/** @throws RangeError that names the option whose limits are missing or wrong. */
export function fixedCuts({ recency, frequency, monetary }: Limits, currency: string): MetricCuts {
  return {
    recency: cuts("--recency", recency, (text) => -whole(text)),
    frequency: cuts("--frequency", frequency, whole),
    monetary: cuts("--monetary", monetary, (text) => parseMinor(text, currency)),
  };
}

function cuts(option: string, limits: string | undefined, parse: (text: string) => number): Cuts {
  try {
    return cutsAt((limits ?? "").split(",").map(parse));
  } catch (error) {
    throw new RangeError(`${option} needs four limits, for scores 2, 3, 4 and 5, as in 1,2,3,4`, {
      cause: error,
    });
  }
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new RangeError(`Not a whole number: ${text}`);
  return Number(text);
}
