import { Kind, type DocumentNode } from "graphql";

type OperationFile = { document?: DocumentNode; rawSDL?: string };

/**
 * A codegen plugin: a type that leads from an operation's text to its result and variables, so that
 * whoever sends a text knows what comes back.
 */
export function plugin(_schema: unknown, files: readonly OperationFile[]): string {
  const entries = files.flatMap(({ document, rawSDL = "" }) =>
    (document?.definitions ?? []).flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION || definition.name === undefined) return [];
      const name = `${definition.name.value}${capitalised(definition.operation)}`;
      return `  ${JSON.stringify(textOf(rawSDL))}: { result: ${name}; variables: ${name}Variables };\n`;
    }),
  );
  return `/** Every operation's text with what it answers and takes. */
export type Operations = {
${entries.sort().join("")}};
`;
}

/** Shopify's pluck configuration adds the name of the constant as a last line. */
function textOf(sdl: string): string {
  return sdl.replace(/#VAR_NAME=\w+$/, "");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
