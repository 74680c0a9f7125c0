import { createHash } from "node:crypto";
import { gid } from "../../shop/gid.ts";
import { connection, type PageArgs } from "../connection.ts";
import type { AdminContext, Node } from "../context.ts";
import type { RootPart } from "../root.ts";
import { byId } from "./index.ts";
import { instant } from "./values.ts";

/** A text file of the theme, as the storefront keeps it. */
type ThemeFile = { filename: string; content: string };

type FileArgs = { filenames?: string[] | null; first?: number | null; after?: string | null };
type ThemesArgs = PageArgs & { names?: string[] | null; roles?: string[] | null; reverse?: boolean | null };

const THEME = { id: 160_000_000_001, name: "Practice", role: "MAIN" };

/** The shop's only theme, the published one; `files` reads its files as they are now. */
export function themePart(files: () => ThemeFile[]): RootPart {
  const theme = (id: number, ctx: AdminContext): Node | null =>
    id === THEME.id ? themeNode(files, ctx) : null;
  return {
    queries: (ctx) => ({
      theme: byId("OnlineStoreTheme", theme, ctx),
      themes: (args: ThemesArgs) => {
        const { names, roles } = args;
        const fits =
          (names ?? [THEME.name]).includes(THEME.name) && (roles ?? [THEME.role]).includes(THEME.role);
        return connection(
          {
            type: "OnlineStoreTheme",
            items: fits ? [THEME] : [],
            position: ({ id }) => ({ id, value: id }),
            node: () => themeNode(files, ctx),
          },
          args,
        );
      },
    }),
    nodes: { OnlineStoreTheme: theme },
  };
}

function themeNode(files: () => ThemeFile[], { store }: AdminContext): Node {
  const createdAt = instant(store.shop.createdAt);
  return {
    __typename: "OnlineStoreTheme",
    id: gid("OnlineStoreTheme", THEME.id),
    name: THEME.name,
    role: THEME.role,
    prefix: "",
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    createdAt,
    updatedAt: createdAt,
    files: ({ filenames, first, after }: FileArgs) => ({
      ...connection(
        {
          type: "OnlineStoreThemeFile",
          items: files()
            .filter(({ filename }) => (filenames ?? ["*"]).some((wanted) => matches(filename, wanted)))
            .map((file, index) => ({ ...file, index })),
          position: ({ index }) => ({ id: index, value: index }),
          node: (file) => fileNode(file, createdAt),
        },
        { first: first ?? null, after: after ?? null },
      ),
      userErrors: [],
    }),
  };
}

/** `*` in a wanted name stands for any characters. */
function matches(filename: string, wanted: string): boolean {
  const parts = wanted.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(".*")}$`).test(filename);
}

function fileNode({ filename, content }: ThemeFile, createdAt: unknown): Node {
  return {
    __typename: "OnlineStoreThemeFile",
    filename,
    contentType: "application/json",
    size: Buffer.byteLength(content).toString(),
    checksumMd5: createHash("md5").update(content).digest("hex"),
    createdAt,
    updatedAt: createdAt,
    body: { __typename: "OnlineStoreThemeFileBodyText", content },
  };
}
