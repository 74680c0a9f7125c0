ALTER TABLE "clv_model" ADD COLUMN "high_minor" BIGINT, ADD COLUMN "middle_minor" BIGINT;
ALTER TABLE "clv_model" ADD COLUMN "spend_rule" JSONB NOT NULL DEFAULT '{}';
