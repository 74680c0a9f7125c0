import { type Emitter, Tag, type Context, type Liquid, type TagToken, type TopLevelToken } from "liquidjs";

/** A tag whose body is kept as it stands, up to `end<name>`. */
function bodyTag(write: (body: string, emitter: Emitter) => void) {
  return class extends Tag {
    readonly #body: string;

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      const end = remaining.findIndex((next) => "name" in next && next.name === `end${token.name}`);
      if (end < 0) throw new Error(`tag ${token.name} not closed`);
      this.#body = remaining
        .splice(0, end + 1)
        .slice(0, -1)
        .map((part) => part.getText())
        .join("");
    }

    override render(_: Context, emitter: Emitter): void {
      write(this.#body, emitter);
    }
  };
}

/** Shopify's tags around what is not page content. Styles and scripts are collected by the reader. */
export function registerTags(liquid: Liquid): void {
  const silent = bodyTag(() => undefined);
  for (const name of ["schema", "doc", "stylesheet", "javascript"]) liquid.registerTag(name, silent);
}
