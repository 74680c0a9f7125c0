import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from "express";
import { z } from "zod";
import type { Admin } from "./admin.ts";
import { answerTokenRequest } from "./auth/token-endpoint.ts";
import { parseMultipart } from "./bulk/multipart.ts";
import { MAX_UPLOAD_BYTES } from "./bulk/staged-uploads.ts";
import { API_VERSION } from "./schema.ts";

type AdminRouteDeps = {
  admin: Admin;
  credentials: { clientId: string; secret: string };
  /** A number in [0, 1): decides which requests fail where an error rate is set. */
  random: () => number;
};

const graphqlBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const BAD_TOKEN = "[API] Invalid API key or access token (unrecognized login or wrong password)";

function isForThisShop(request: Request, { admin }: AdminRouteDeps): boolean {
  const host = request.get("x-emulated-host");
  return host === undefined || host === admin.options.store.shop.myshopifyDomain;
}

/** An asynchronous handler for express 4, which does not look at promises. */
function handled(handle: (request: Request, response: Response) => Promise<unknown>): RequestHandler {
  return (request, response, next) => {
    handle(request, response).catch(next);
  };
}

function graphql(deps: AdminRouteDeps): RequestHandler {
  const { admin, random } = deps;
  const { settings } = admin.options;
  return handled(async (request, response) => {
    response.set("x-shopify-api-version", API_VERSION).set("x-request-id", randomUUID());
    const caller = admin.access.callerOf(request.get("x-shopify-access-token"));
    if (caller === undefined) return response.status(401).json({ errors: BAD_TOKEN });
    if (caller.kind === "app") {
      if (settings.latencyMs > 0) await setTimeout(settings.latencyMs);
      if (random() < settings.errorRate)
        return response.status(500).json({ errors: "Internal Server Error" });
    }
    const raw: unknown = request.body;
    const parsed = graphqlBody.safeParse(typeof raw === "string" ? { query: raw } : raw);
    if (!parsed.success)
      return response.status(400).json({ errors: { query: "Required parameter missing or invalid" } });
    const { query, variables, operationName } = parsed.data;
    const asked = { query, variables: variables ?? {}, operationName: operationName ?? null };
    return response.json(await admin.answer(asked, caller));
  });
}

function token({ admin, credentials }: AdminRouteDeps): RequestHandler {
  return (request, response) => {
    const { store, clock } = admin.options;
    const { status, body } = answerTokenRequest(request.body, {
      ...credentials,
      access: admin.access,
      shop: store.shop,
      clock,
      install: () => void admin.install(),
    });
    response.status(status).json(body);
  };
}

/** Result files carry their right of access in their name, as Shopify's signed addresses do. */
function resultFile({ admin }: AdminRouteDeps): RequestHandler<{ name: string }> {
  return (request, response, next) => {
    const { name } = request.params;
    if (!/^[0-9a-f]{32}\.jsonl$/.test(name)) {
      next();
      return;
    }
    response.type("application/jsonl");
    response.sendFile(name, { root: admin.operations.folder, dotfiles: "allow" }, (error: unknown) => {
      if (error instanceof Error && !response.headersSent) next();
    });
  };
}

function storageError(response: Response, status: number, code: string, message: string): void {
  const xml = `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  response.status(status).type("application/xml").send(xml);
}

function keep(
  deps: AdminRouteDeps,
  response: Response,
  key: string,
  signature: string,
  file: Buffer,
): boolean {
  if (file.length > MAX_UPLOAD_BYTES)
    storageError(response, 400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.");
  else if (deps.admin.uploads.accept(key, signature, file)) return true;
  else storageError(response, 403, "AccessDenied", "Access denied.");
  return false;
}

/** The form upload of Shopify's bucket: fields first, the file last; 201 with an XML body. */
function formUpload(deps: AdminRouteDeps): RequestHandler {
  return (request, response) => {
    const body = z.instanceof(Buffer).parse(request.body);
    const form = parseMultipart(body, request.get("content-type") ?? "");
    const field = (name: string) => form.get(name)?.toString("utf8") ?? "";
    const file = form.get("file");
    if (file === undefined) {
      storageError(response, 400, "InvalidArgument", "Bucket POST must contain a field named 'file'.");
      return;
    }
    const key = field("key");
    if (!keep(deps, response, key, field("x-goog-signature"), file)) return;
    response
      .status(201)
      .type("application/xml")
      .send(`<?xml version='1.0' encoding='UTF-8'?><PostResponse><Key>${key}</Key></PostResponse>`);
  };
}

function directUpload(deps: AdminRouteDeps): RequestHandler {
  return (request, response) => {
    const key = request.path.replace(/^\/admin\/staged\//, "");
    const signature = z.string().catch("").parse(request.query["X-Goog-Signature"]);
    if (keep(deps, response, key, signature, z.instanceof(Buffer).parse(request.body))) response.end();
  };
}

/** The Admin API's addresses: tokens, GraphQL, bulk results, staged uploads. */
export function adminRoutes(deps: AdminRouteDeps): Router {
  const router = Router();
  const upload = express.raw({ type: () => true, limit: MAX_UPLOAD_BYTES + 1024 * 1024 });
  router.use(["/admin/api", "/admin/oauth"], (request, response, next) => {
    if (isForThisShop(request, deps)) next();
    else response.status(404).json({ errors: "Not Found" });
  });
  router.post(
    "/admin/oauth/access_token",
    express.json(),
    express.urlencoded({ extended: false }),
    token(deps),
  );
  router.post(
    "/admin/api/:version/graphql.json",
    express.json({ limit: "10mb" }),
    express.text({ type: "application/graphql", limit: "10mb" }),
    graphql(deps),
  );
  router.get("/admin/bulk/:name", resultFile(deps));
  router.post("/admin/staged/", upload, formUpload(deps));
  router.put("/admin/staged/*", upload, directUpload(deps));
  router.use("/admin", (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = z.object({ status: z.number() }).safeParse(error).data?.status;
    if (status === undefined) next(error);
    else response.status(status === 413 ? 413 : 400).json({ errors: "Bad Request" });
  });
  return router;
}
