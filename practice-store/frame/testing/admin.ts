import { createServer, type Server } from "node:http";
import express from "express";
import { frameRoutes } from "../routes.ts";
import { testApp } from "./app.ts";
import { smallShop } from "./shop.ts";

export type TestAdmin = { url: string; appUrl: string; close(): void };

/** The admin frame of the small shop around the small app, on free ports. */
export async function startTestAdmin(): Promise<TestAdmin> {
  const [app, admin] = [createServer(), createServer()];
  const [appOrigin, url] = await Promise.all([app, admin].map(listening));
  if (appOrigin === undefined || url === undefined) throw new Error("no port");
  const appUrl = `${appOrigin}/app`;
  app.on("request", testApp(`${url}/practice/app-bridge.js`));
  const routes = frameRoutes({
    store: smallShop(),
    appUrl,
    clientId: "laurel-practice-client",
    secret: "laurel-practice-secret",
    appHandle: "laurel",
    appTitle: "Laurel",
    clock: () => new Date(),
    practiceUrl: url,
    segments: { has: (_, customerId) => customerId === 7, count: () => 1, members: () => [7] },
  });
  admin.on("request", express().use(routes));
  return { url, appUrl, close: () => [app, admin].forEach(stop) };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}
