import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { bulkLines } from "./bulk-operation.server.ts";

describe("bulkLines", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** Serves the bytes in pieces of so many. */
  async function serve(text: string, pieceSize: number): Promise<string> {
    const bytes = Buffer.from(text);
    const send = (response: ServerResponse, from: number): void => {
      if (from >= bytes.length) response.end();
      else response.write(bytes.subarray(from, from + pieceSize), () => send(response, from + pieceSize));
    };
    server = createServer((_request, response) => send(response, 0)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    return `http://127.0.0.1:${address.port}/result.jsonl`;
  }

  it.each([1, 3, 7, 1000])("reads whole lines and characters from pieces of %i bytes", async (pieceSize) => {
    const lines = ['{"name":"Zoë 石川"}', '{"name":"b"}', "", '{"name":"🎁, the last without an end"}'];
    const url = await serve(lines.join("\n"), pieceSize);
    expect((await Array.fromAsync(bulkLines(url))).flat()).toEqual(lines);
  });

  it("reads nothing from an empty file", async () => {
    expect(await Array.fromAsync(bulkLines(await serve("", 10)))).toEqual([]);
  });

  it("does not give an empty line after the last line feed", async () => {
    expect((await Array.fromAsync(bulkLines(await serve("a\nb\n", 2)))).flat()).toEqual(["a", "b"]);
  });
});
