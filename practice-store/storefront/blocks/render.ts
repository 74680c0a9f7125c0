import { join } from "node:path";
import { createLiquid, renderFile } from "../liquid/engine.ts";
import type { PlacedBlock } from "./theme-files.ts";
import type { BlockDefinition, ThemeExtension } from "./extension.ts";

/** `shopify://apps/<app>/blocks/<block>/<uuid>`, as a theme's JSON names a block of an app. */
export function blockType(appHandle: string, extension: ThemeExtension, block: BlockDefinition): string {
  return `shopify://apps/${appHandle}/blocks/${block.handle}/${extension.uuid}`;
}

export type RenderedBlock = { html: string; stylesheets: string[] };

export type RenderSettings = {
  currency: string;
  timeZone: string;
  assetUrl: (extension: ThemeExtension, file: string) => string;
  designMode: boolean;
};

/**
 * One placed block as the storefront sends it: in the wrapper that Shopify puts around app blocks.
 * Undefined where the block is of no extension that is installed.
 */
export function renderBlock(
  placed: PlacedBlock,
  extensions: readonly ThemeExtension[],
  globals: object,
  settings: RenderSettings,
): RenderedBlock | undefined {
  const { handle, uuid } = partsOf(placed.type);
  const extension = extensions.find((one) => one.uuid === uuid);
  const definition = extension?.blocks.find((one) => one.handle === handle);
  if (extension === undefined || definition === undefined) return undefined;
  const assetUrl = (file: string): string => settings.assetUrl(extension, file);
  const liquid = createLiquid({
    roots: [join(extension.dir, "blocks"), join(extension.dir, "snippets")],
    translations: extension.translations,
    assetUrl,
    currency: settings.currency,
    timeZone: settings.timeZone,
  });
  const block = {
    id: placed.id,
    type: placed.type,
    settings: { ...definition.defaults, ...placed.settings },
    shopify_attributes: settings.designMode ? `data-shopify-editor-block="${placed.id}"` : "",
  };
  const html = renderFile(liquid, definition.handle, { block }, globals);
  return {
    html: `<div id="shopify-block-${placed.id}" class="shopify-block shopify-app-block">${html}</div>`,
    stylesheets: definition.stylesheet === null ? [] : [assetUrl(definition.stylesheet)],
  };
}

function partsOf(type: string): { handle: string | undefined; uuid: string | undefined } {
  const match = /^shopify:\/\/apps\/[^/]+\/blocks\/(?<handle>[^/]+)\/(?<uuid>[^/]+)$/.exec(type);
  return { handle: match?.groups?.handle, uuid: match?.groups?.uuid };
}
