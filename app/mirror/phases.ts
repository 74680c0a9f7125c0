/** What an import reads, in this order. */
export const PHASES = ["products", "customers", "orders"] as const;

export type Phase = (typeof PHASES)[number];

/** The phase in a row of the import table; the first where there is none such. */
export function phaseOf(text: string): Phase {
  return PHASES.find((phase) => phase === text) ?? PHASES[0];
}

export function phaseAfter(phase: Phase): Phase | undefined {
  return PHASES[PHASES.indexOf(phase) + 1];
}
