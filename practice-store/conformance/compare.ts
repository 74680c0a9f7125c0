/**
 * Compares an answer of the practice store with a recorded one. Things that are made anew each time
 * (ids, moments, cursors, digests) have to be of the same make, and the same thing must be the same
 * wherever it stands: the names learned here translate the next step's variables.
 */

/** Recorded ids and digests to the practice store's. */
export type Names = Map<string, string>;

export type Difference = { path: string; recorded: unknown; answered: unknown };

const GID = /^gid:\/\/shopify\/(?<type>\w+)\/[\w-]+$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const DIGEST = /^[0-9a-f]{64}$/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two made-up names may stand for each other; learns that they do. */
function isSameName(recorded: string, answered: string, names: Names): boolean {
  const known = names.get(recorded);
  if (known !== undefined) return known === answered;
  names.set(recorded, answered);
  return true;
}

function isSameText(recorded: string, answered: string, path: string, names: Names): boolean {
  if (recorded === answered) return true;
  if (path.toLowerCase().endsWith("cursor")) return true;
  if (INSTANT.test(recorded)) return INSTANT.test(answered);
  if (DIGEST.test(recorded)) return DIGEST.test(answered) && isSameName(recorded, answered, names);
  const type = GID.exec(recorded)?.groups?.type;
  if (type === undefined || GID.exec(answered)?.groups?.type !== type) return false;
  return isSameName(recorded, answered, names);
}

/** Every place where an answer is not as recorded, in the order of the recording. */
export function differences(recorded: unknown, answered: unknown, names: Names, path = ""): Difference[] {
  const here = [{ path, recorded, answered }];
  if (typeof recorded === "string" && typeof answered === "string")
    return isSameText(recorded, answered, path, names) ? [] : here;
  if (Array.isArray(recorded) && Array.isArray(answered)) {
    if (recorded.length !== answered.length) return here;
    return recorded.flatMap((item: unknown, index) =>
      differences(item, answered[index], names, `${path}.${index}`),
    );
  }
  if (isRecord(recorded) && isRecord(answered)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(answered)])];
    return keys.flatMap((key) =>
      differences(recorded[key], answered[key], names, path === "" ? key : `${path}.${key}`),
    );
  }
  return recorded === answered ? [] : here;
}

/** Variables with recorded names put into the practice store's. */
export function translate(value: unknown, names: Names): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => translate(item, names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translate(item, names)]));
}
