/** The one place where acting files ask for the time. */
export function now(): Date {
  return new Date();
}
