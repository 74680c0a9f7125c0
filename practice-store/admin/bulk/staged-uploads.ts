import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GraphQLError } from "graphql";
import type { Node } from "../context.ts";

/** The largest file of a bulk mutation (shopify.dev, bulk import). */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;

export type StagedUploadInput = {
  filename: string;
  mimeType: string;
  resource: string;
  httpMethod: "POST" | "PUT";
};

type Target = { signature: string; path: string };

/** Files that apps put up for bulk mutations, as Shopify's storage bucket takes them. */
export class StagedUploads {
  readonly #folder: string;
  readonly #targets = new Map<string, Target>();

  constructor(dir: string) {
    this.#folder = join(dir, "staged");
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Makes room for one upload and says where and with which form fields to send it. */
  stage(input: StagedUploadInput, place: { shopId: number; baseUrl: string; now: Date }): Node {
    if (input.resource !== "BULK_MUTATION_VARIABLES")
      throw new GraphQLError(`Staged uploads of ${input.resource} are not practised yet`, {
        extensions: { code: "NOT_PRACTISED" },
      });
    const name = input.filename.replaceAll(/[^\w.-]/g, "_");
    const key = `tmp/${place.shopId}/bulk/${randomUUID()}/${name}`;
    const signature = randomBytes(32).toString("hex");
    this.#targets.set(key, { signature, path: join(this.#folder, `${randomUUID()}.jsonl`) });
    const date = place.now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
    const url = `${place.baseUrl}/admin/staged/`;
    const isPut = input.httpMethod === "PUT";
    const fields: Record<string, string> = isPut
      ? { content_type: input.mimeType, acl: "private" }
      : {
          "Content-Type": input.mimeType,
          success_action_status: "201",
          acl: "private",
          key,
          "x-goog-date": date,
          "x-goog-credential": `practice/${date.slice(0, 8)}/auto/storage/goog4_request`,
          "x-goog-algorithm": "GOOG4-RSA-SHA256",
          "x-goog-signature": signature,
          policy: Buffer.from(JSON.stringify({ conditions: [{ key }] })).toString("base64"),
        };
    return {
      __typename: "StagedMediaUploadTarget",
      url: isPut ? `${url}${key}?X-Goog-Signature=${signature}` : url,
      resourceUrl: isPut ? `${url}${key}` : null,
      parameters: Object.entries(fields).map(([field, value]) => ({
        __typename: "StagedUploadParameter",
        name: field,
        value,
      })),
    };
  }

  /** Keeps an upload; false where the key was not given out with this signature. */
  accept(key: string, signature: string, content: Buffer): boolean {
    const target = this.#targets.get(key);
    if (target?.signature !== signature) return false;
    writeFileSync(target.path, content);
    return true;
  }

  /** The file of a `stagedUploadPath`, once it was uploaded. */
  fileOf(key: string): string | undefined {
    const path = this.#targets.get(key)?.path;
    return path !== undefined && existsSync(path) ? path : undefined;
  }
}
