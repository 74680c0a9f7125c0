/**
 * Writes Shopify's Admin schema into schema/: the SDL without descriptions, and what each type and
 * field asks for (access scopes, protected customer data). The data is the introspection in the
 * npm package below; the package itself is only unpacked, never run or depended on.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type IntrospectionQuery, printSchema } from "graphql";
import { z } from "zod";

const PACKAGE = "@shopify/dev-mcp@1.16.0";
const API_VERSION = "2026-10";
const target = new URL("../schema/", import.meta.url);

const annotated = z.object({
  __schema: z.object({
    types: z.array(
      z.object({
        name: z.string(),
        requiredAccess: z.string().nullish(),
        fields: z
          .array(
            z.object({
              name: z.string(),
              requiredAccess: z.string().nullish(),
              protectedContent: z.string().nullish(),
            }),
          )
          .nullish(),
      }),
    ),
  }),
});

function unpack(): unknown {
  const folder = mkdtempSync(join(tmpdir(), "admin-schema-"));
  try {
    execFileSync("npm", ["pack", PACKAGE, "--silent"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    execFileSync("sh", ["-c", "tar -xzf ./*.tgz"], { cwd: folder });
    const packed = readFileSync(join(folder, `package/dist/data/admin_${API_VERSION}.json.gz`));
    return z.object({ data: z.unknown() }).parse(JSON.parse(gunzipSync(packed).toString("utf8"))).data;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sdl(introspection: unknown): string {
  const bare: unknown = JSON.parse(
    JSON.stringify(introspection, (key, value: unknown) => (key === "description" ? undefined : value)),
  );
  return `${printSchema(buildClientSchema(z.custom<IntrospectionQuery>().parse(bare)))}\n`;
}

/** `{ access: { "Type" or "Type.field": Shopify's sentence }, protected: { "Type.field": kind of data } }` */
function requirements(introspection: unknown): string {
  const access: Record<string, string> = {};
  const protectedData: Record<string, string> = {};
  for (const type of annotated.parse(introspection).__schema.types) {
    if (type.requiredAccess) access[type.name] = type.requiredAccess.trim();
    for (const field of type.fields ?? []) {
      const path = `${type.name}.${field.name}`;
      if (field.requiredAccess) access[path] = field.requiredAccess.trim();
      if (field.protectedContent) protectedData[path] = field.protectedContent;
    }
  }
  return `${JSON.stringify({ access, protected: protectedData }, null, 1)}\n`;
}

const introspection = unpack();
writeFileSync(new URL(`admin-${API_VERSION}.graphql`, target), sdl(introspection));
writeFileSync(new URL(`admin-${API_VERSION}.scopes.json`, target), requirements(introspection));
