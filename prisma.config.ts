import { PrismaPg } from "@prisma/adapter-pg";
import { defineConfig } from "prisma/config";

/** A URL only for `prisma generate`, which never connects. */
const url = new URL(process.env.DATABASE_URL ?? "postgresql://laurel@127.0.0.1:5432/laurel");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  // Discrete fields, never connectionString: pg lets it win over `database`, and the shadow database
  // of `prisma migrate` would be the real one.
  adapter: () =>
    Promise.resolve(
      new PrismaPg({
        host: url.hostname,
        port: Number(url.port || 5432),
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        database: url.pathname.slice(1),
        idleTimeoutMillis: 50,
      }),
    ),
});
