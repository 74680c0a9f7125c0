/**
 * The fields of a multipart form by name, as bytes (RFC 7578). An empty map where the body is no such
 * form. The bodies here are whole in memory: uploads have a limit.
 */
export function parseMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const fields = new Map<string, Buffer>();
  const match = /boundary=(?:"(?<quoted>[^"]+)"|(?<bare>[^;\s]+))/i.exec(contentType)?.groups;
  const boundary = match?.quoted ?? match?.bare;
  if (boundary === undefined) return fields;
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const headersFrom = start + delimiter.length + 2;
    const end = body.indexOf(`\r\n--${boundary}`, headersFrom);
    const headersTo = body.indexOf("\r\n\r\n", headersFrom);
    if (end === -1 || headersTo === -1) break;
    const name = /name="([^"]*)"/i.exec(body.subarray(headersFrom, headersTo).toString("utf8"))?.[1];
    if (name !== undefined) fields.set(name, body.subarray(headersTo + 4, end));
    start = end + 2;
  }
  return fields;
}
