import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  chromium.executablePath(),
];

/** Where a Chromium is on this machine, if anywhere. */
export const chromiumPath = PLACES.find((path) => existsSync(path));
