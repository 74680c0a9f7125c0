import { z } from "zod";

const SHOP = "laurel-practice.myshopify.com";
const tokenSchema = z.union([z.object({ token: z.string() }), z.string()]);

/** Opens the app as the admin's frame does: that installs it and starts the import. */
export async function openApp(app: string, store: string): Promise<void> {
  const answer = await fetch(new URL("/practice/frame/token", store), { method: "POST" });
  const text = await answer.text();
  const parsed = tokenSchema.parse(text.startsWith("{") ? JSON.parse(text) : text);
  const query = new URLSearchParams({
    embedded: "1",
    shop: SHOP,
    host: Buffer.from(`admin.shopify.com/store/${SHOP.split(".")[0]}`)
      .toString("base64")
      .replace(/=+$/, ""),
    id_token: typeof parsed === "string" ? parsed : parsed.token,
    locale: "en",
  });
  const opened = await fetch(`${app}/app?${query.toString()}`, {
    headers: { "user-agent": "Mozilla/5.0 (Laurel demo)" },
  });
  if (!opened.ok) throw new Error(`The app answered ${opened.status} when it was opened.`);
}
