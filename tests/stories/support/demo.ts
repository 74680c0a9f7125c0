import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const ready = z.object({ app: z.url(), admin: z.url(), storefront: z.url(), adminApi: z.url() });

export type Demo = z.infer<typeof ready> & { stop: () => Promise<void> };

/**
 * Starts `npm run demo` with a new shop of its own on free ports: database, practice store, app and worker,
 * nothing installed yet. Its logs stay in .data/story/logs.
 * @throws Error with what it printed, where it ends before it is ready.
 */
export async function startDemo(customers: number): Promise<Demo> {
  const [appPort, storePort] = [await freePort(), await freePort()];
  const flags = ["--json", "--fresh", "--name", "story", "--customers", String(customers)];
  const ports = ["--app-port", String(appPort), "--store-port", String(storePort)];
  const child = spawn(process.execPath, ["tools/demo.ts", ...flags, ...ports], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: `${path.resolve("node_modules/.bin")}${path.delimiter}${process.env.PATH}` },
  });
  let printed = "";
  child.stderr.on("data", (text: Buffer) => (printed += text.toString()));
  const gone = once(child, "exit");
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    gone.then(() => {
      throw new Error(`The demo did not start: ${printed}`);
    }),
  ]);
  return {
    ...ready.parse(JSON.parse(String(line[0]))),
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = z.object({ port: z.number() }).parse(server.address());
  server.close();
  await once(server, "close");
  return address.port;
}
