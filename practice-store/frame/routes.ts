import { type Request, type RequestHandler, type Response, Router } from "express";
import { appPage, currentToken } from "./app-page.ts";
import { assetRoutes } from "./assets.ts";
import { document } from "./layout.ts";
import type { FrameDeps, Page, PageContext } from "./page.ts";
import { customerPage, customersPage } from "./pages/customers.ts";
import { discountsPage } from "./pages/discounts.ts";
import { homePage } from "./pages/home.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { orderPage, ordersPage } from "./pages/orders.ts";
import { practicePage } from "./pages/practice.ts";
import { productPage, productsPage } from "./pages/products.ts";
import { segmentPage, segmentsPage } from "./pages/segments.ts";
import { settingsPage } from "./pages/settings.ts";
import { isLocale, type Locale, LOCALES, textsOf } from "./texts.ts";

const LANGUAGE_COOKIE = "practice_language";
const A_YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Addresses under /admin that other parts of the practice store answer. */
const NOT_PAGES = /^\/admin\/(api|oauth|bulk|staged|themes)(\/|$)/;

const LISTS: Record<string, (context: PageContext) => Page> = {
  "/admin/home": homePage,
  "/admin/orders": ordersPage,
  "/admin/products": productsPage,
  "/admin/customers": customersPage,
  "/admin/customers/segments": segmentsPage,
  "/admin/discounts": discountsPage,
  "/admin/settings": settingsPage,
  "/admin/practice": practicePage,
};

/** Pages of one thing; undefined where the shop does not have it. */
const DETAILS: Record<string, (context: PageContext, id: number) => Page | undefined> = {
  "/admin/orders/:id(\\d+)": orderPage,
  "/admin/products/:id(\\d+)": productPage,
  "/admin/customers/:id(\\d+)": customerPage,
  "/admin/customers/segments/:id(\\d+)": segmentPage,
};

/** The admin a person sees: the app in its frame, and read-only pages of what the shop has. */
export function frameRoutes(deps: FrameDeps): Router {
  const router = Router();
  router.use(assetRoutes());
  router.post("/practice/frame/token", (_, response) => {
    response.type("text/plain").set("Cache-Control", "no-store").send(currentToken(deps));
  });
  router.get("/admin", (_, response) => response.redirect(`/admin/apps/${deps.appHandle}`));
  router.get("/admin/*", atItsOwnAddress(deps), keepLanguage);

  const show = (request: Request, response: Response, make: (context: PageContext) => Page | undefined) => {
    const locale = languageOf(request);
    const url = new URL(request.originalUrl, deps.practiceUrl);
    const context = { deps, locale, texts: textsOf(locale), url };
    const page = make(context);
    response.status(page === undefined ? 404 : 200).set("Cache-Control", "no-store");
    response.set("Content-Security-Policy", "frame-ancestors 'none'");
    response.send(document(page ?? notFoundPage(context), context));
  };

  router.get(["/admin/apps/:handle", "/admin/apps/:handle/*"], (request, response) => {
    const handle = request.params.handle ?? "";
    const known = handle === deps.appHandle || handle === deps.clientId;
    const path = request.originalUrl.slice(`/admin/apps/${handle}`.length);
    show(request, response, (context) => (known ? appPage(context, path) : undefined));
  });
  for (const [address, make] of Object.entries(LISTS))
    router.get(address, (request, response) => show(request, response, make));
  for (const [address, make] of Object.entries(DETAILS))
    router.get(address, (request, response) => {
      show(request, response, (context) => make(context, Number(request.params.id)));
    });
  router.get("/admin/*", (request, response, next) => {
    if (NOT_PAGES.test(request.path)) next();
    else show(request, response, () => undefined);
  });
  return router;
}

/** The app talks to one origin only: localhost and its numbers are the same place but not the same origin. */
function atItsOwnAddress({ practiceUrl }: FrameDeps): RequestHandler {
  const own = new URL(practiceUrl);
  return (request, response, next) => {
    const host = request.get("host") ?? own.host;
    const asked = new URL(`http://${host}`);
    const sameMachine = LOOPBACK.includes(asked.hostname) && LOOPBACK.includes(own.hostname);
    if (host === own.host || !sameMachine) next();
    else response.redirect(own.origin + request.originalUrl);
  };
}

/** `?locale=de` chooses the language from then on. */
const keepLanguage: RequestHandler = (request, response, next) => {
  const url = new URL(request.originalUrl, "http://any");
  const chosen = url.searchParams.get("locale");
  if (!isLocale(chosen)) {
    next();
    return;
  }
  url.searchParams.delete("locale");
  response.cookie(LANGUAGE_COOKIE, chosen, { maxAge: A_YEAR_MS, sameSite: "lax", httpOnly: true });
  response.redirect(url.pathname + url.search);
};

function languageOf(request: Request): Locale {
  const cookie = new RegExp(`${LANGUAGE_COOKIE}=([^;]+)`).exec(request.get("cookie") ?? "")?.[1];
  if (isLocale(cookie)) return cookie;
  const best = request.acceptsLanguages([...LOCALES]);
  return isLocale(best) ? best : "en";
}
