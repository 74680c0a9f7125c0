/** A dollar sign inside a string is no variable: the namespace "$app". */
const STRING_OR_VARIABLE = /"(?:[^"\\]|\\.)*"|\$(\w+)/g;

/**
 * An operation's text with the values in place of its variables, for where Shopify takes a text alone
 * (bulk queries).
 */
export function inlineVariables(text: string, variables: Record<string, string | null>): string {
  const withoutDefinitions = text.replace(/^(\s*(?:#graphql\s*)?query\s+\w+)\s*\([^)]*\)/, "$1");
  return withoutDefinitions
    .replace(/^#graphql\s*/, "")
    .replaceAll(STRING_OR_VARIABLE, (match, name: string | undefined) =>
      name === undefined ? match : JSON.stringify(variables[name] ?? null),
    );
}
