import { parseArgs } from "node:util";
import { z } from "zod";

export const HELP = `A Shopify to practise on: one shop on one port of this machine.

  --port N               port to listen on (0: any free one; default 4600)
  --dir PATH             where the shop is kept (default .data/practice-store)
  --app-url URL          where the app runs (default http://127.0.0.1:3000)
  --app-config PATH      the app's configuration file (default shopify.app.toml)
  --seed N               seed of the invented shop (default 1)
  --customers N          customers of the invented shop (default 4400)
  --data FILE            a shop from a file instead: Shopify's order export or UCI's Online Retail
  --fresh                start over, whatever --dir holds
  --segment-delay-ms N   how long a change of tags takes to reach segments (default 2000)
  --webhook-time-scale X factor on the waits before webhooks are tried again (default 1)
  --orders-window-days N orders that an app without read_all_orders sees (default 60)
  --without-scopes A,B   scopes that Shopify did not approve, whatever the app asks for
  --no-personal-data     the app's use of names, e-mails, phones and addresses is not approved

Prints one JSON line when it is ready. SHOPIFY_API_KEY and SHOPIFY_API_SECRET set the app's credentials.`;

const whole = z.coerce.number().int().min(0);

const flags = z.object({
  port: whole,
  dir: z.string(),
  "app-url": z.url(),
  "app-config": z.string().optional(),
  seed: whole,
  customers: whole.min(1),
  data: z.string().optional(),
  fresh: z.boolean(),
  "segment-delay-ms": whole,
  "webhook-time-scale": z.coerce.number().positive(),
  "orders-window-days": whole,
  "without-scopes": z.string().transform((text) => text.split(",").filter((scope) => scope !== "")),
  "no-personal-data": z.boolean(),
  help: z.boolean(),
});

export type Options = z.infer<typeof flags>;

/** The options of a command line. Throws with the reason where one is unknown or makes no sense. */
export function readOptions(args: string[]): Options {
  const text = (value: string) => ({ type: "string", default: value }) as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      port: text("4600"),
      dir: text(".data/practice-store"),
      "app-url": text("http://127.0.0.1:3000"),
      "app-config": { type: "string" },
      seed: text("1"),
      customers: text("4400"),
      data: { type: "string" },
      fresh: flag,
      "segment-delay-ms": text("2000"),
      "webhook-time-scale": text("1"),
      "orders-window-days": text("60"),
      "without-scopes": text(""),
      "no-personal-data": flag,
      json: flag,
      help: flag,
    },
  });
  const parsed = flags.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error));
}
