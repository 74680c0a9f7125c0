import pino from "pino";
import { env } from "./env.server.ts";

/** Structured log on standard output. Tokens, e-mails and whole payloads never go in: log ids. */
export const logger = pino({
  level: env.LOG_LEVEL,
  redact: {
    paths: ["*.accessToken", "*.refreshToken", "*.email", "*.authorization", "id_token", "*.id_token"],
    remove: true,
  },
});
