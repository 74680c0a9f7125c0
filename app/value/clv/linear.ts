export type Vector = readonly number[];

export type Matrix = readonly Vector[];

export function dot(a: Vector, b: Vector): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

export function times(matrix: Matrix, vector: Vector): Vector {
  return matrix.map((row) => dot(row, vector));
}

export function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}

/** The inverse of a symmetric matrix; nothing where it is not positive definite. */
export function inverseOf(matrix: Matrix): Matrix | undefined {
  const columns = identity(matrix.length).map((axis) => solvePositive(matrix, axis));
  return columns.every((column) => column !== undefined) ? columns : undefined;
}

/** Solves a symmetric system by Cholesky's decomposition; nothing where the matrix is not positive definite. */
function solvePositive(matrix: Matrix, right: Vector): Vector | undefined {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j < i; j += 1) {
      const other = lower[j] ?? [];
      own.push(((row[j] ?? 0) - dot(other.slice(0, j), own)) / (other[j] ?? 1));
    }
    const pivot = (row[i] ?? 0) - dot(own, own);
    if (!(pivot > 0)) return undefined;
    own.push(Math.sqrt(pivot));
    lower.push(own);
  }
  const half: number[] = [];
  for (const [i, row] of lower.entries()) {
    half.push(((right[i] ?? 0) - dot(row.slice(0, i), half)) / (row[i] ?? 1));
  }
  const solution = half.slice();
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    const later = lower.slice(i + 1).map((row) => row[i] ?? 0);
    solution[i] = ((half[i] ?? 0) - dot(later, solution.slice(i + 1))) / (lower[i]?.[i] ?? 1);
  }
  return solution;
}
