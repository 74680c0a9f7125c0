import { createServer, type Server } from "node:http";
import express, { type NextFunction, type Request, type Response, type Router } from "express";

/**
 * The practice store's one HTTP server: each part's addresses, tried in the order given. What no part
 * knows is a 404, what breaks is a 500 that says why: it is a store to practise on.
 */
export function createPracticeServer(parts: readonly Router[]): Server {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  for (const part of parts) app.use(part);
  app.use((_request: Request, response: Response) => {
    response.status(404).type("text/plain").send("Not Found");
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    response.status(500).type("text/plain").send(message);
  });
  return createServer(app);
}

/** Starts listening and tells the port; 0 takes any free one. */
export async function listen(server: Server, port: number): Promise<number> {
  // Node's five seconds close a connection just when a busy client uses it again.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}
