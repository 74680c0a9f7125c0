CREATE TABLE "product_rhythm" (
    "shop_id" INTEGER NOT NULL,
    "product_id" BIGINT NOT NULL,
    "buyers" INTEGER NOT NULL,
    "repeaters" INTEGER NOT NULL,
    "typical_days" DOUBLE PRECISION,

    CONSTRAINT "product_rhythm_pkey" PRIMARY KEY ("shop_id","product_id")
);

-- The list is read by key, for all products or for one.
DROP INDEX "replenishment_shop_id_due_day_idx";
CREATE INDEX "replenishment_shop_id_due_day_customer_id_product_id_idx"
    ON "replenishment"("shop_id", "due_day", "customer_id", "product_id");
CREATE INDEX "replenishment_shop_id_product_id_due_day_customer_id_idx"
    ON "replenishment"("shop_id", "product_id", "due_day", "customer_id");
