import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient, type Prisma } from "#app/generated/prisma/client.ts";
import { env } from "#app/platform/env.server.ts";
import { logger } from "#app/platform/logger.server.ts";

/** For streams (COPY) and the job queue; everything else goes through `prisma`. */
export const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 });

// An idle connection that breaks is replaced at the next use; without a listener it would end the process.
pool.on("error", (error) => logger.warn({ err: error }, "an idle database connection broke"));

export const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 10 }),
});

/** What a use case needs of the database: the client or a transaction of it. */
export type Db = Prisma.TransactionClient;
