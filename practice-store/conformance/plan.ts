import type { ShopStore } from "../shop/store.ts";
import { type readRecording, readStep, type Step, type StepPlace } from "./recordings.ts";

export type Recording = ReturnType<typeof readRecording>;

/** How one recording is replayed. */
export type Replay = {
  recording: string;
  /** Puts in the shop what was there before the recording began. */
  seed?: (store: ShopStore, from: Recording) => void;
  steps: (from: Recording) => Step[];
  /** Places where the practice store answers otherwise, with the reason: "step path". */
  otherwise?: Record<string, string>;
};

/** Steps at given places. */
export function places(...all: StepPlace[]): Replay["steps"] {
  return (from) => all.map((place) => readStep(from, place));
}

/** Steps whose request is under `requests` and whose answer stands beside it. */
export function requested(
  names: Record<string, string>,
  variables: Record<string, Record<string, unknown>> = {},
): Replay["steps"] {
  return (from) =>
    Object.entries(names).map(([at, name]) => {
      const own = variables[at];
      return readStep(from, {
        at,
        request: `requests.${name}`,
        ...(own === undefined ? {} : { variables: own }),
      });
    });
}
