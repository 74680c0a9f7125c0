import { describe, expect, it } from "vitest";
import { clearFaults, createFaults, setFaults } from "./faults.ts";

describe("faults", () => {
  it("leaves what a change does not name as it was", () => {
    const faults = createFaults(1);
    setFaults(faults, { webhooks: { drop: 0.5 }, api: { throttled: true } });
    setFaults(faults, { webhooks: { delayMs: 20 } });
    expect(faults.webhooks).toEqual({ drop: 0.5, duplicate: 0, shuffleMs: 0, delayMs: 20 });
    expect(faults.api.throttled).toBe(true);
  });

  it("clears to a store that behaves, in the objects that others already look at", () => {
    const ownSettings = { errorRate: 0.2, throttled: false, latencyMs: 0, bulkFailsAfter: 3 };
    const faults = createFaults(1, ownSettings);
    clearFaults(faults);
    expect(ownSettings).toEqual({ errorRate: 0, throttled: false, latencyMs: 0, bulkFailsAfter: null });
  });

  it("draws the same numbers from the same seed, spread over [0, 1)", () => {
    const draw = (seed: number) => Array.from({ length: 1000 }, createFaults(seed).random);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    const numbers = draw(7);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });
});
