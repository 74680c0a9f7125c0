import { defineConfig } from "vitest/config";

const rest = { exclude: ["**/node_modules/**", "**/build/**"] };

export default defineConfig({
  test: {
    reporters: process.env.LAUREL_TEST_REPORT
      ? ["default", ["json", { outputFile: process.env.LAUREL_TEST_REPORT }]]
      : ["default"],
    projects: [
      {
        test: {
          ...rest,
          name: "unit",
          include: ["{app,practice-store,tools}/**/*.test.{ts,tsx}", "tests/{contract,theme}/**/*.test.ts"],
          exclude: [...rest.exclude, "**/*.server.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...rest,
          name: "server",
          include: ["app/**/*.server.test.ts"],
          globalSetup: ["tests/support/cluster.ts"],
          setupFiles: ["tests/support/database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...rest,
          name: "stories",
          include: ["tests/stories/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
