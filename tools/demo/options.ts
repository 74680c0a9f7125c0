import { parseArgs } from "node:util";

/** How the demo is to run. */
export type DemoOptions = {
  json: boolean;
  fresh: boolean;
  approve: boolean;
  help: boolean;
  /** Its data is in `.data/<name>`, its database is `laurel_<name>`: demos of different names don't meet. */
  name: string;
  data: string | undefined;
  customers: string | undefined;
  seed: string | undefined;
  appPort: number;
  storePort: number;
};

export const HELP = `npm run demo -- [options]
  --json            print one line of JSON when ready, and nothing else
  --fresh           forget the last demo and start over
  --name NAME       keep it apart from other demos of this checkout (default "demo")
  --approve         import, plan and write back without a person; ready when all is written
  --data FILE       a shop's own order export (CSV), or UCI's Online Retail (CSV, plain or gz)
  --customers N     size of the generated shop (default 4400)
  --seed N          another shop of the same kind (default 1)
  --app-port N      default 3000
  --store-port N    default 4000`;

/** @throws Error that says which option is wrong. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      fresh: { type: "boolean", default: false },
      approve: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
      name: { type: "string", default: "demo" },
      data: { type: "string" },
      customers: { type: "string" },
      seed: { type: "string" },
      "app-port": { type: "string", default: "3000" },
      "store-port": { type: "string", default: "4000" },
    },
  });
  const { json, fresh, approve, help, data, customers, seed } = values;
  return {
    json,
    fresh,
    approve,
    help,
    name: demoName(values.name),
    data,
    customers: wholeNumber("--customers", customers),
    seed: wholeNumber("--seed", seed),
    appPort: port("--app-port", values["app-port"]),
    storePort: port("--store-port", values["store-port"]),
  };
}

function demoName(text: string): string {
  // "postgres…" is where the data of the databases is.
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(text) || text.startsWith("postgres"))
    throw new Error(`--name takes small letters, digits and underscores, not ${JSON.stringify(text)}.`);
  return text;
}

function wholeNumber(flag: string, text: string | undefined): string | undefined {
  if (text !== undefined && !/^\d+$/.test(text))
    throw new Error(`${flag} takes a whole number, not ${JSON.stringify(text)}.`);
  return text;
}

function port(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new Error(`${flag} takes a port from 1 to 65535, not ${JSON.stringify(text)}.`);
  return value;
}
