import { type Request, Router } from "express";
import { z } from "zod";
import { createProduct, deleteProduct, updateProduct } from "../shop/actions/products.ts";
import { gid } from "../shop/gid.ts";
import type { Product } from "../shop/model.ts";
import type { ControlDeps } from "./deps.ts";
import { amountIn, idOf } from "./input.ts";
import { answering, created, found, ok, read } from "./reply.ts";

const changeBody = z.strictObject({
  title: z.string().min(1).exactOptional(),
  productType: z.string().exactOptional(),
  vendor: z.string().exactOptional(),
  status: z.enum(["ACTIVE", "ARCHIVED", "DRAFT"]).exactOptional(),
});

function summary({ id, title, status, variants }: Product) {
  return { id, gid: gid("Product", id), title, status, skus: variants.map(({ sku }) => sku) };
}

/** `/practice/products`: create, change, delete. */
export function productControls({ store, clock }: ControlDeps): Router {
  const newBody = z.strictObject({
    title: z.string().min(1),
    sku: z.string().min(1),
    price: amountIn(store.shop.currencyCode),
  });
  const productIn = (request: Request) => {
    const id = read(idOf("Product"), request.params.id);
    return found(store.get("products", id), `product ${id}`);
  };
  const router = Router();
  router.post(
    "/",
    answering((request) => {
      const { title, sku, price } = read(newBody, request.body);
      return created(summary(createProduct(store, clock, { title, sku, priceMinor: price })));
    }),
  );
  router.post(
    "/:id",
    answering((request) => {
      const change = read(changeBody, request.body);
      return ok(summary(updateProduct(store, clock, productIn(request), change)));
    }),
  );
  router.delete(
    "/:id",
    answering((request) => {
      const product = productIn(request);
      deleteProduct(store, clock, product);
      return ok({ deleted: product.id });
    }),
  );
  return router;
}
