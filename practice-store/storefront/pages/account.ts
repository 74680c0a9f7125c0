import { Router, urlencoded } from "express";
import { z } from "zod";
import { liquidCustomer } from "../customer.ts";
import { commonTags, findPeople } from "../people.ts";
import { writeCookie } from "../session.ts";
import { orderView } from "../views.ts";
import { text } from "../visit.ts";
import { addPage, type PageTools } from "./tools.ts";

const ORDERS_SHOWN = 20;

const logInForm = z.object({ customerId: z.coerce.number().int(), return_to: z.string().default("") });

/** The account, membership, and logging in as whoever one likes. */
export function accountPages(tools: PageTools): Router {
  const { deps, renderer } = tools;
  const { store } = deps;
  const router = Router();

  addPage(router, tools, "/account", (visit) => {
    const { customer } = visit;
    if (customer === null) return { redirect: "/account/login" };
    const orders = store
      .ordersOf(customer.id)
      .filter((order) => !order.test)
      .sort((a, b) => b.processedAt.localeCompare(a.processedAt))
      .slice(0, ORDERS_SHOWN)
      .map((order) => orderView(order, store.shop.currencyCode));
    return {
      template: "account",
      title: renderer.say(visit, "account.heading"),
      blocks: ["customers/account"],
      scope: { customer: { ...liquidCustomer(store, customer, null), orders } },
    };
  });

  addPage(router, tools, "/pages/membership", (visit) => ({
    template: "membership",
    title: renderer.say(visit, "membership.heading"),
    // Where the merchant put no block on this page, guests see the account page's here.
    blocks: ["page.membership", "customers/account"],
  }));

  addPage(router, tools, "/account/login", (visit, request) => {
    const terms = text(request.query.q);
    return {
      template: "login",
      title: renderer.say(visit, "login.heading"),
      scope: {
        terms,
        return_to: text(request.query.return_to),
        people: findPeople(store, terms),
        tags: commonTags(store),
      },
    };
  });

  router.post("/login", urlencoded({ extended: false }), (request, response) => {
    const form = logInForm.safeParse(request.body);
    if (!form.success || store.get("customers", form.data.customerId) === undefined) {
      response.status(404).type("text").send("There is no such customer.");
      return;
    }
    writeCookie(response, "customer", form.data.customerId.toString());
    response.redirect(303, localPath(form.data.return_to) ?? "/account");
  });

  router.post("/logout", (_, response) => {
    writeCookie(response, "customer", undefined);
    response.redirect(303, "/");
  });

  return router;
}

/** The path where it leads to a page of this shop. */
function localPath(path: string): string | undefined {
  return /^\/(?![/\\])/.test(path) ? path : undefined;
}
