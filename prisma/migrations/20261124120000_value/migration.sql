ALTER TABLE "facts"
    ADD COLUMN "previous_day" DATE,
    ADD COLUMN "purchase_days" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "repeat_minor" BIGINT NOT NULL DEFAULT 0;

-- Shops that stand have their facts now, not after the next order.
UPDATE "facts" SET "previous_day" = days.previous_day, "purchase_days" = days.purchase_days,
    "repeat_minor" = "facts"."net_minor" - days.first_minor
FROM (
    SELECT "shop_id", "customer_id", count(*)::int AS purchase_days,
        (array_agg("day" ORDER BY "day" DESC))[2] AS previous_day,
        (array_agg(net ORDER BY "day"))[1] AS first_minor
    FROM (
        SELECT "shop_id", "customer_id", "day", sum("gross_minor" - "refunded_minor")::bigint AS net
        FROM "purchase" GROUP BY "shop_id", "customer_id", "day"
    ) bought
    GROUP BY "shop_id", "customer_id"
) days
WHERE days."shop_id" = "facts"."shop_id" AND days."customer_id" = "facts"."customer_id";

ALTER TABLE "score"
    ADD COLUMN "rf_group" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "value_group" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "own_recency" SMALLINT,
    ADD COLUMN "own_frequency" SMALLINT,
    ADD COLUMN "own_monetary" SMALLINT;

ALTER TABLE "score_cut" ADD COLUMN "scheme" TEXT NOT NULL DEFAULT 'groups';
ALTER TABLE "score_cut" DROP CONSTRAINT "score_cut_pkey";
ALTER TABLE "score_cut" ADD CONSTRAINT "score_cut_pkey" PRIMARY KEY ("shop_id", "scheme", "metric", "score");

CREATE TABLE "group_move" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "from_group" TEXT NOT NULL,
    "to_group" TEXT NOT NULL,

    CONSTRAINT "group_move_pkey" PRIMARY KEY ("shop_id","customer_id","day")
);
CREATE INDEX "group_move_shop_id_day_idx" ON "group_move"("shop_id", "day");

CREATE TABLE "clv_model" (
    "shop_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "day" DATE NOT NULL,
    "model" TEXT,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB NOT NULL,
    "high_minor" BIGINT,
    "middle_minor" BIGINT,
    "spend_rule" JSONB NOT NULL DEFAULT '{}',
    "fitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clv_model_pkey" PRIMARY KEY ("shop_id","id")
);

CREATE TABLE "prediction" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "alive" DOUBLE PRECISION NOT NULL,
    "purchases" DOUBLE PRECISION NOT NULL,
    "spend_minor" BIGINT NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "low_minor" BIGINT NOT NULL,
    "high_minor" BIGINT NOT NULL,
    "clv_class" TEXT NOT NULL,

    CONSTRAINT "prediction_pkey" PRIMARY KEY ("shop_id","customer_id")
);

CREATE TABLE "rhythm" (
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "limits" JSONB NOT NULL,

    CONSTRAINT "rhythm_pkey" PRIMARY KEY ("shop_id")
);

CREATE TABLE "customer_stage" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "stage" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "previous" TEXT,
    "reason" JSONB NOT NULL,

    CONSTRAINT "customer_stage_pkey" PRIMARY KEY ("shop_id","customer_id")
);
CREATE INDEX "customer_stage_shop_id_stage_idx" ON "customer_stage"("shop_id", "stage");

CREATE TABLE "replenishment" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "purchase_days" INTEGER NOT NULL,
    "last_day" DATE NOT NULL,
    "gap_days" DOUBLE PRECISION NOT NULL,
    "due_day" DATE NOT NULL,

    CONSTRAINT "replenishment_pkey" PRIMARY KEY ("shop_id","customer_id","product_id")
);
-- The list is read by key, for all products or for one.
CREATE INDEX "replenishment_shop_id_due_day_customer_id_product_id_idx"
    ON "replenishment"("shop_id", "due_day", "customer_id", "product_id");
CREATE INDEX "replenishment_shop_id_product_id_due_day_customer_id_idx"
    ON "replenishment"("shop_id", "product_id", "due_day", "customer_id");

CREATE TABLE "report" (
    "shop_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("shop_id","kind")
);

CREATE TABLE "own_figure" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "frequency" INTEGER,
    "monetary" BIGINT,
    "next_day" DATE NOT NULL,

    CONSTRAINT "own_figure_pkey" PRIMARY KEY ("shop_id","customer_id")
);
CREATE INDEX "own_figure_shop_id_next_day_idx" ON "own_figure"("shop_id", "next_day");

CREATE TABLE "product_rhythm" (
    "shop_id" INTEGER NOT NULL,
    "product_id" BIGINT NOT NULL,
    "buyers" INTEGER NOT NULL,
    "repeaters" INTEGER NOT NULL,
    "typical_days" DOUBLE PRECISION,

    CONSTRAINT "product_rhythm_pkey" PRIMARY KEY ("shop_id","product_id")
);
