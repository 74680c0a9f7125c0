-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" SERIAL NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "scopes" TEXT[],
    "taxes_included" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalled_at" TIMESTAMPTZ(3),
    "rolled_to" DATE,
    "reconciled_to" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "tags" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "orders_count" INTEGER,
    "spent_minor" BIGINT,
    "summary_at" TIMESTAMPTZ(3),
    "tags_at" TIMESTAMPTZ(3),
    "tag_news" JSONB NOT NULL DEFAULT '{}',
    "deleted_at" TIMESTAMPTZ(3),
    "merged_into" BIGINT,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "order" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "customer_id" BIGINT,
    "name" TEXT NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "test" BOOLEAN NOT NULL,
    "financial_status" TEXT NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "gift_card_minor" BIGINT NOT NULL,
    "shipping_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "taxes_included" BOOLEAN NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "shop_id" INTEGER NOT NULL,
    "order_id" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,
    "product_id" BIGINT,
    "variant_id" BIGINT,
    "sku" TEXT,
    "quantity" INTEGER NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "gift_card" BOOLEAN NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("shop_id","order_id","id")
);

-- CreateTable
CREATE TABLE "refund" (
    "shop_id" INTEGER NOT NULL,
    "order_id" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "shipping_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "gift_card_minor" BIGINT NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("shop_id","order_id","id")
);

-- CreateTable
CREATE TABLE "product" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "product_type" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "gift_card" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "triggered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'received',
    "applied_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "import" (
    "shop_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "phase" TEXT NOT NULL DEFAULT 'products',
    "operation_gid" TEXT,
    "products" INTEGER NOT NULL DEFAULT 0,
    "customers" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "products_total" INTEGER,
    "customers_total" INTEGER,
    "orders_total" INTEGER,
    "orders_since" TIMESTAMPTZ(3),
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "purchase" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "refunded_minor" BIGINT NOT NULL,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("shop_id","customer_id","order_id")
);

-- CreateTable
CREATE TABLE "facts" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "frequency" INTEGER NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "first_day" DATE,
    "last_day" DATE,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("shop_id","customer_id")
);

-- CreateTable
CREATE TABLE "score" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "recency" SMALLINT NOT NULL,
    "frequency" SMALLINT NOT NULL,
    "monetary" SMALLINT NOT NULL,
    "group" TEXT NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("shop_id","customer_id")
);

-- CreateTable
CREATE TABLE "score_cut" (
    "shop_id" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "from" BIGINT NOT NULL,

    CONSTRAINT "score_cut_pkey" PRIMARY KEY ("shop_id","metric","score")
);

-- CreateTable
CREATE TABLE "policy" (
    "shop_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "effective_from" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("shop_id","version")
);

-- CreateTable
CREATE TABLE "standing" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "tier" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "since" DATE NOT NULL,
    "valid_until" DATE,
    "spend_minor" BIGINT NOT NULL,
    "next_day" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("shop_id","customer_id")
);

-- CreateTable
CREATE TABLE "tier_move" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "from_tier" TEXT,
    "to_tier" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "cause" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tier_move_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "plan" (
    "shop_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "cause" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "undoes" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "change" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "manifest" (
    "shop_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manifest_pkey" PRIMARY KEY ("shop_id","kind","subject")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "shop_domain_key" ON "shop"("domain");

-- CreateIndex
CREATE INDEX "order_shop_id_customer_id_idx" ON "order"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "delivery_shop_id_received_at_idx" ON "delivery"("shop_id", "received_at");

-- CreateIndex
CREATE INDEX "purchase_shop_id_day_idx" ON "purchase"("shop_id", "day");

-- CreateIndex
CREATE INDEX "score_shop_id_group_idx" ON "score"("shop_id", "group");

-- CreateIndex
CREATE INDEX "standing_shop_id_rank_spend_minor_customer_id_idx" ON "standing"("shop_id", "rank", "spend_minor", "customer_id");

-- CreateIndex
CREATE INDEX "standing_shop_id_next_day_idx" ON "standing"("shop_id", "next_day");

-- CreateIndex
CREATE INDEX "tier_move_shop_id_customer_id_id_idx" ON "tier_move"("shop_id", "customer_id", "id");

-- CreateIndex
CREATE INDEX "tier_move_shop_id_at_idx" ON "tier_move"("shop_id", "at");

-- CreateIndex
CREATE INDEX "plan_shop_id_state_idx" ON "plan"("shop_id", "state");

-- CreateIndex
CREATE INDEX "change_shop_id_plan_id_state_id_idx" ON "change"("shop_id", "plan_id", "state", "id");

-- CreateIndex
CREATE INDEX "change_shop_id_subject_id_idx" ON "change"("shop_id", "subject", "id");

-- A shop has at most one draft of its policy.
CREATE UNIQUE INDEX "policy_draft_idx" ON "policy"("shop_id") WHERE "effective_from" IS NULL;
