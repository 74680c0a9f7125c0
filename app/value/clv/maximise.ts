import { dot, identity, inverseOf, times, type Matrix, type Vector } from "./linear.ts";

export type Objective = (at: Vector) => { value: number; gradient: Vector };

export type Maximum = { at: Vector; value: number; largestGradient: number };

type Point = { at: Vector; value: number; gradient: Vector };

const STEPS = 300;
const LONGEST_STEP = 2;
/** From here on Newton is faster; a sum over a million customers also has no more exact value to climb by. */
const ROUGH_GRADIENT = 1e-5;
const FINE_GRADIENT = 1e-12;
const POLISH_STEPS = 20;
const MUCH_SMALLER = 0.1;
const HARDLY_SMALLER = 0.9;
const HESSIAN_STEP = 1e-5;

/**
 * Finds a maximum by BFGS (Nocedal & Wright 2006, algorithm 6.1, with backtracking), then polishes it with
 * Newton steps, the Hessian from differences of the gradient, as long as these make the gradient smaller. From a
 * start that is near, these do alone; with a `curvature` that is about right there, at an evaluation each.
 */
export function maximise(objective: Objective, start: Vector, curvature?: Matrix): Maximum {
  const near = polish(objective, pointAt(objective, start), curvature);
  const high = climb(objective, near);
  const point = high === near ? near : polish(objective, high);
  return { at: point.at, value: point.value, largestGradient: largest(point.gradient) };
}

function climb(objective: Objective, start: Point): Point {
  let point = start;
  let inverse = identity(start.at.length);
  for (let step = 0; step < STEPS && largest(point.gradient) > ROUGH_GRADIENT; step += 1) {
    let direction = times(inverse, point.gradient);
    if (!(dot(direction, point.gradient) > 0)) {
      inverse = identity(start.at.length);
      direction = point.gradient;
    }
    const next = search(objective, point, direction);
    if (next === undefined) return point;
    inverse = updated(inverse, minus(next.at, point.at), minus(point.gradient, next.gradient));
    point = next;
  }
  return point;
}

/** Halves the step until the value rises enough (Armijo's rule). */
function search(objective: Objective, from: Point, direction: Vector): Point | undefined {
  const slope = dot(direction, from.gradient);
  let size = Math.min(1, LONGEST_STEP / largest(direction));
  for (let halving = 0; halving < 20; halving += 1, size /= 2) {
    const next = pointAt(objective, plus(from.at, direction, size));
    if (next.value >= from.value + 1e-4 * size * slope) return next;
  }
  return undefined;
}

/** The BFGS update of the inverse Hessian (formula 6.17); left as it is where curvature is not positive. */
function updated(inverse: Matrix, s: Vector, y: Vector): Matrix {
  const sy = dot(s, y);
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return inverse;
  const hy = times(inverse, y);
  const factor = (1 + dot(y, hy) / sy) / sy;
  return inverse.map((row, i) =>
    row.map((h, j) => {
      const [si = 0, sj = 0, hi = 0, hj = 0] = [s[i], s[j], hy[i], hy[j]];
      return h + factor * si * sj - (hi * sj + si * hj) / sy;
    }),
  );
}

/**
 * A Hessian, which costs an evaluation a parameter, is kept, and bettered by what each step shows of it, as long as
 * its steps make the gradient much smaller.
 */
function polish(objective: Objective, start: Point, curvature?: Matrix): Point {
  let point = start;
  let inverse = curvature && inverseOf(curvature);
  for (let step = 0; step < POLISH_STEPS && largest(point.gradient) > FINE_GRADIENT; step += 1) {
    const kept = inverse;
    inverse ??= inverseOf(curvatureOf(objective, point));
    const direction = inverse && times(inverse, point.gradient);
    if (inverse === undefined || direction === undefined || largest(direction) > LONGEST_STEP) return point;
    const next = pointAt(objective, plus(point.at, direction, 1));
    const left = largest(next.gradient) / largest(point.gradient);
    inverse =
      left <= MUCH_SMALLER ? updated(inverse, direction, minus(point.gradient, next.gradient)) : undefined;
    if (left < 1 && Number.isFinite(next.value)) point = next;
    if (kept === undefined && !(left < HARDLY_SMALLER)) return point;
  }
  return point;
}

/** The Hessian with its sign changed. */
export function curvatureAt(objective: Objective, at: Vector): Matrix {
  return curvatureOf(objective, pointAt(objective, at));
}

function curvatureOf(objective: Objective, { at, gradient }: Point): Matrix {
  const columns = identity(at.length).map((axis) => {
    const ahead = objective(plus(at, axis, HESSIAN_STEP)).gradient;
    return minus(gradient, ahead).map((difference) => difference / HESSIAN_STEP);
  });
  return columns.map((column, i) => column.map((value, j) => (value + (columns[j]?.[i] ?? 0)) / 2));
}

function pointAt(objective: Objective, at: Vector): Point {
  return { at, ...objective(at) };
}

function plus(from: Vector, direction: Vector, size: number): Vector {
  return from.map((value, i) => value + size * (direction[i] ?? 0));
}

function minus(a: Vector, b: Vector): Vector {
  return plus(a, b, -1);
}

function largest(vector: Vector): number {
  return Math.max(...vector.map(Math.abs));
}
