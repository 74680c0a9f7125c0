/**
 * An operation's text with the values in place of its variables, for where Shopify takes a text alone
 * (bulk queries).
 */
export function inlineVariables(text: string, variables: Record<string, string | null>): string {
  const withoutDefinitions = text.replace(/^(\s*(?:#graphql\s*)?query\s+\w+)\s*\([^)]*\)/, "$1");
  return withoutDefinitions
    .replace(/^#graphql\s*/, "")
    .replaceAll(/\$(\w+)/g, (_match, name: string) => JSON.stringify(variables[name] ?? null));
}
