import { migrate } from "../app/platform/migrate.server.ts";

const url = process.env.DATABASE_URL;
if (url === undefined) throw new Error("Set DATABASE_URL to the database to migrate.");
const applied = await migrate(url);
console.log(applied.length === 0 ? "Nothing to migrate." : `Applied ${applied.join(", ")}.`);
