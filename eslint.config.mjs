import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const strict = [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked];

export default tseslint.config(
  { ignores: ["build", "node_modules", ".data", "test-output", "app/generated", "app/shopify/generated"] },
  {
    files: ["**/*.{ts,tsx,mts}"],
    extends: strict,
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "lib", name: "Response" }], allowThrowingAny: false, allowThrowingUnknown: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      eqeqeq: "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "TSEnumDeclaration",
          message: "Use a union of string literals: enums do not survive type stripping.",
        },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message:
            "Read the environment in one place (app/platform/env.server.ts, or the program's main file) and pass values on.",
        },
      ],
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // A table of cases in one describe is easier to read than its parts in many functions.
    files: ["**/*.test.ts", "**/*.test.tsx", "tests/**"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    // Adding to another module's types takes an interface.
    files: ["tests/support/cluster.ts", "**/*.d.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off" },
  },
  { files: ["tools/**", "practice-store/main.ts"], rules: { "no-console": "off" } },
  {
    files: [
      "app/platform/env.server.ts",
      "practice-store/main.ts",
      "tools/**",
      "tests/**",
      "*.config.ts",
      "codegen.ts",
    ],
    rules: { "no-restricted-syntax": "off" },
  },
);
