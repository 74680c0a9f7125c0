import { execFileSync } from "node:child_process";
import { generateClient } from "./build.ts";

/** Makes all generated code anew: the database client and the types of the GraphQL operations. */
generateClient();
execFileSync("graphql-codegen", ["--config", "codegen.ts"], { stdio: "inherit" });
