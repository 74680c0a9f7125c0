/**
 * The nodes and weights of Gauss and Legendre's rule on [0, 1]: the zeros of the Legendre polynomial by Newton's
 * steps from Tricomi's guess (Abramowitz & Stegun 1964, 25.4.29 and 22.16.6).
 */
export function gaussLegendre(count: number): { at: number; weight: number }[] {
  return Array.from({ length: count }, (_, index) => {
    let z = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    for (let step = 0; step < 10; step += 1) {
      const { value, slope } = legendre(count, z);
      z -= value / slope;
    }
    const { slope } = legendre(count, z);
    return { at: (1 - z) / 2, weight: 1 / ((1 - z * z) * slope * slope) };
  });
}

function legendre(degree: number, z: number): { value: number; slope: number } {
  let [before, value] = [0, 1];
  for (let n = 0; n < degree; n += 1)
    [before, value] = [value, ((2 * n + 1) * z * value - n * before) / (n + 1)];
  return { value, slope: (degree * (z * value - before)) / (z * z - 1) };
}
