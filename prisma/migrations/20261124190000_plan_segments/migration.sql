-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "segments" JSONB NOT NULL DEFAULT '{}';
