import type { Row } from "./compress.ts";
import type { Vector } from "./linear.ts";
import { maximise, type Maximum, type Objective } from "./maximise.ts";

const MANY = 20_000;
const ONE_IN = 16;

/** Maximises over all rows; where there are many, from where some of them have their maximum. */
export function maximiseOver(
  rows: readonly Row[],
  objectiveOf: (rows: readonly Row[]) => Objective,
  start: Vector,
): Maximum {
  if (rows.length <= MANY) return maximise(objectiveOf(rows), start);
  const some = rows.filter((_, index) => index % ONE_IN === 0);
  return maximise(objectiveOf(rows), maximise(objectiveOf(some), start).at);
}
