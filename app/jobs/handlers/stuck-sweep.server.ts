import { sweepMirror } from "#app/mirror/sweep-mirror.server.ts";

export async function stuckSweep(): Promise<void> {
  await sweepMirror();
}
