import type { CodegenConfig } from "@graphql-codegen/cli";
import { pluckConfig } from "@shopify/api-codegen-preset";

/** Types of every `#graphql` text under app/shopify/operations, by Shopify's schema. */
const config: CodegenConfig = {
  schema: "schema/admin-2026-10.graphql",
  documents: ["app/shopify/operations/**/*.ts"],
  generates: {
    "app/shopify/generated/operations.ts": {
      plugins: ["typescript-operations", "./tools/codegen/registry.ts"],
      config: {
        defaultScalarType: "string",
        scalars: { JSON: "unknown" },
        skipTypename: true,
        useTypeImports: true,
        enumType: "string-literal",
      },
    },
  },
};

export default { ...config, pluckConfig };
