import type { Customer } from "../../shop/model.ts";
import { FIRST_ID } from "../records.ts";
import { instantText } from "../zone.ts";
import { COUNTRIES } from "./calibration.ts";
import { asciiName, peopleOf } from "./names.ts";
import { type Random, weightedIndex } from "./random.ts";

const NO_EMAIL_SHARE = 0.01;

const drawCountryIndex = weightedIndex(COUNTRIES.map(([, share]) => share));
const CONSENTS = ["SUBSCRIBED", "NOT_SUBSCRIBED", "UNSUBSCRIBED", "PENDING"] as const;
const drawConsentIndex = weightedIndex([0.42, 0.48, 0.07, 0.03]);
const STATES = ["DISABLED", "ENABLED", "INVITED", "DECLINED"] as const;
const drawStateIndex = weightedIndex([0.6, 0.35, 0.04, 0.01]);

export function drawCountry(random: Random): string {
  return COUNTRIES[drawCountryIndex(random)]?.[0] ?? "GB";
}

/** A name that somebody from the country might have, and the language that they read. */
export function inventPerson(
  random: Random,
  country: string,
): { firstName: string; lastName: string; locale: string } {
  const { first, last, locale } = peopleOf(country);
  return { firstName: random.pick(first), lastName: random.pick(last), locale };
}

/** Somebody at `example.com`, who exists nowhere else; `position` (from 0) makes the address unique. */
export function drawCustomer(
  random: Random,
  position: number,
  reseller: boolean,
  createdMs: number,
): Customer {
  const countryCode = drawCountry(random);
  const { firstName, lastName, locale } = inventPerson(random, countryCode);
  const local = [asciiName(`${firstName} ${lastName}`), String(position + 1)].filter((part) => part !== "");
  const phone = `+447700900${String(position % 1000).padStart(3, "0")}`;
  const hasEmail = !random.chance(NO_EMAIL_SHARE);
  const createdAt = instantText(createdMs);
  return {
    id: FIRST_ID.customer + position + 1,
    firstName,
    lastName,
    email: hasEmail ? `${local.join(".")}@example.com` : null,
    phone: hasEmail ? null : phone,
    state: STATES[drawStateIndex(random)] ?? "DISABLED",
    locale,
    countryCode,
    note: null,
    tags: reseller ? ["wholesale"] : [],
    emailMarketing: hasEmail ? (CONSENTS[drawConsentIndex(random)] ?? "NOT_SUBSCRIBED") : "NOT_SUBSCRIBED",
    createdAt,
    updatedAt: createdAt,
  };
}
