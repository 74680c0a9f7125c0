CREATE TABLE "own_figure" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "frequency" INTEGER,
    "monetary" BIGINT,
    "next_day" DATE NOT NULL,

    CONSTRAINT "own_figure_pkey" PRIMARY KEY ("shop_id","customer_id")
);
CREATE INDEX "own_figure_shop_id_next_day_idx" ON "own_figure"("shop_id", "next_day");
