import { fileURLToPath } from "node:url";
import { prisma } from "#app/db.server.ts";
import { answers, type Programs } from "../demo/programs.ts";
import { freePort } from "../postgres/cluster.ts";
import { post, type Load, type LoadFigures } from "./load.ts";
import { median } from "./statistics.ts";

/** Medians of the rounds. */
export type IntakeFigures = { laurel: LoadFigures; bare: LoadFigures };

/** Messages before the first that counts. */
const WARM_UP = 300;

/**
 * Loads the built app's webhook route and a bare one in turn, `rounds` times.
 * @throws Error where the inbox does not hold every message.
 */
export async function measureIntake(
  programs: Programs,
  env: NodeJS.ProcessEnv,
  load: Load,
  rounds: number,
): Promise<IntakeFigures> {
  const laurel = await startLaurel(programs, env);
  const bare = await startBare(programs, env);
  const before = await prisma.delivery.count();
  for (const url of [laurel, bare]) await post(url, { ...load, requests: WARM_UP });
  const measured: { laurel: LoadFigures; bare: LoadFigures }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    measured.push({ bare: await post(bare, load), laurel: await post(laurel, load) });
  }
  const sent = WARM_UP + rounds * load.requests;
  const kept = (await prisma.delivery.count()) - before;
  if (kept !== sent) throw new Error(`${sent} messages were sent, ${kept} are in the inbox.`);
  return {
    laurel: middle(measured.map((round) => round.laurel)),
    bare: middle(measured.map((round) => round.bare)),
  };
}

async function startLaurel(programs: Programs, env: NodeJS.ProcessEnv): Promise<string> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  programs.start("web", ["app/web.server.ts"], { ...env, PORT: String(port) });
  await answers(`${origin}/healthz`, 60);
  return `${origin}/webhooks`;
}

async function startBare(programs: Programs, env: NodeJS.ProcessEnv): Promise<string> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/webhooks`;
  programs.start("bare-route", [fileURLToPath(new URL("bare-route.ts", import.meta.url)), String(port)], env);
  await answers(url, 30);
  return url;
}

function middle(rounds: readonly LoadFigures[]): LoadFigures {
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
  };
}
