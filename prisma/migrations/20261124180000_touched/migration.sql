CREATE TABLE "touched" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,

    CONSTRAINT "touched_pkey" PRIMARY KEY ("shop_id","customer_id")
);
