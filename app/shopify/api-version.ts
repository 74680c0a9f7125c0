/** The Admin API's version everywhere: requests, generated types, webhooks (shopify.app.toml). */
export const API_VERSION = "2026-10";
