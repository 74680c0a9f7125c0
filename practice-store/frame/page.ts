import type { Clock, SegmentReader } from "../admin/context.ts";
import type { ShopStore } from "../shop/store.ts";
import type { Html } from "./html.ts";
import type { Locale, Texts } from "./texts.ts";

/** What the admin frame is given. */
export type FrameDeps = {
  store: ShopStore;
  /** Where the app opens; its origin is what the frame talks to. */
  appUrl: string;
  clientId: string;
  secret: string;
  /** The app's name in addresses: /admin/apps/<handle> */
  appHandle: string;
  appTitle: string;
  clock: Clock;
  /** Where this practice store is seen from a browser. */
  practiceUrl: string;
  segments: SegmentReader;
};

/** What a page is made from: the shop and the request's language and address. */
export type PageContext = {
  deps: FrameDeps;
  locale: Locale;
  texts: Texts;
  /** Path and query of this request. */
  url: URL;
};

/** One page of the admin, before the menus are put around it. */
export type Page = {
  title: string;
  /** Which entry of the menu it is under. */
  section: Section;
  content: Html;
  /** `app` fills the whole space, `list` scrolls. */
  layout: "list" | "app";
};

export type Section =
  "home" | "orders" | "products" | "customers" | "segments" | "discounts" | "settings" | "app" | "none";
