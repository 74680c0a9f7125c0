import express, { type Request, type Response, Router } from "express";
import { z } from "zod";
import { placeOrder } from "../../shop/actions/place-order.ts";
import { countRedemptions, orderFrom } from "../quote.ts";
import {
  type Cart,
  EMPTY_CART,
  quantityOf,
  readCart,
  withCode,
  withoutCode,
  withQuantity,
  writeCart,
} from "../session.ts";
import { cartView, orderView } from "../views.ts";
import { addPage, type PageTools, sendNotFound, visitOf } from "./tools.ts";

const addForm = z.object({
  id: z.coerce.number().int(),
  quantity: z.coerce.number().int().min(1).default(1),
});
const changeForm = z.object({
  id: z.coerce.number().int(),
  quantity: z.coerce.number().int().min(0).default(0),
  remove: z.string().optional(),
});
const discountForm = z.object({ code: z.string().default(""), remove: z.string().default("") });

/** The cart, its changes, and checkout. Forms come back to the cart; JSON is answered with JSON. */
export function cartPages(tools: PageTools): Router {
  const { catalogue, renderer } = tools;
  const router = Router();
  router.use(["/cart", "/checkout"], express.urlencoded({ extended: false }), express.json());

  addPage(router, tools, "/cart", (visit) => ({
    template: "cart",
    title: renderer.say(visit, "cart.heading"),
  }));

  router.get(["/cart.json", "/cart.js"], (request, response) => sendCart(tools, request, response));

  change(router, tools, "/cart/add", addForm, (cart, { id, quantity }) =>
    catalogue.item(id) === undefined ? undefined : withQuantity(cart, id, quantityOf(cart, id) + quantity),
  );
  change(router, tools, "/cart/change", changeForm, (cart, { id, quantity, remove }) =>
    withQuantity(cart, id, remove === undefined ? quantity : 0),
  );
  change(router, tools, "/cart/discount", discountForm, (cart, { code, remove }) =>
    withCode(withoutCode(cart, remove), code),
  );
  change(router, tools, "/cart/clear", z.unknown(), () => EMPTY_CART);

  return router;
}

/** What changes the cart by a form; undefined where what it names is not there. */
function change<T>(
  router: Router,
  tools: PageTools,
  path: string,
  form: z.ZodType<T>,
  apply: (cart: Cart, given: T) => Cart | undefined,
): void {
  router.post(path, (request, response) => {
    const given = form.safeParse(request.body);
    const cart = given.success ? apply(readCart(request), given.data) : undefined;
    if (cart === undefined) {
      response.status(422).json({ message: "Cart Error", description: "There is no such thing to change." });
      return;
    }
    writeCart(response, cart);
    if (wantsJson(request)) sendCart(tools, request, response, cart);
    else response.redirect(303, "/cart");
  });
}

function sendCart(tools: PageTools, request: Request, response: Response, cart?: Cart): void {
  const visit = visitOf(tools, request, response, cart);
  response.json(cartView(visit.quote, visit.cart, tools.deps.store.shop.currencyCode));
}

/** Checkout in one click, and the page that thanks for it. */
export function checkoutPages(tools: PageTools): Router {
  const { deps, renderer } = tools;
  const currency = deps.store.shop.currencyCode;
  const router = Router();

  addPage(router, tools, "/checkout", (visit) =>
    visit.quote.lines.length === 0
      ? { redirect: "/cart" }
      : { template: "checkout", title: renderer.say(visit, "checkout.heading") },
  );

  router.post("/checkout", (request, response) => {
    const { customer, quote } = visitOf(tools, request, response);
    if (quote.lines.length === 0) {
      response.redirect(303, "/cart");
      return;
    }
    const order = placeOrder(deps.store, deps.clock, orderFrom(quote, customer));
    countRedemptions(deps.store, quote);
    writeCart(response, EMPTY_CART);
    if (wantsJson(request)) response.status(201).json({ order: orderView(order, currency) });
    else response.redirect(303, `/orders/${order.id}/thank-you`);
  });

  router.get("/orders/:id/thank-you", (request: Request, response: Response) => {
    const visit = visitOf(tools, request, response);
    const order = deps.store.get("orders", Number(request.params.id));
    // A guest's order belongs to whoever has its address; a customer's only to her.
    if (order === undefined || (order.customerId !== null && order.customerId !== visit.customer?.id)) {
      sendNotFound(tools, visit, response);
      return;
    }
    const page = {
      template: "thanks",
      title: renderer.say(visit, "thanks.heading"),
      scope: { order: orderView(order, currency) },
    };
    response.type("html").send(renderer.render(visit, page));
  });

  return router;
}

function wantsJson(request: Request): boolean {
  return request.accepts(["html", "json"]) === "json";
}
