import enGroupNames from "#app/value/rfm/names/en.json" with { type: "json" };
import zhGroupNames from "#app/value/rfm/names/zh-CN.json" with { type: "json" };
import enChanges from "./en/changes.json" with { type: "json" };
import enCohorts from "./en/cohorts.json" with { type: "json" };
import enCommon from "./en/common.json" with { type: "json" };
import enConcentration from "./en/concentration.json" with { type: "json" };
import enCustomer from "./en/customer.json" with { type: "json" };
import enCustomers from "./en/customers.json" with { type: "json" };
import enHome from "./en/home.json" with { type: "json" };
import enInsights from "./en/insights.json" with { type: "json" };
import enLifecycle from "./en/lifecycle.json" with { type: "json" };
import enLtv from "./en/ltv.json" with { type: "json" };
import enMembership from "./en/membership.json" with { type: "json" };
import enReplenishment from "./en/replenishment.json" with { type: "json" };
import enRfm from "./en/rfm.json" with { type: "json" };
import enReturning from "./en/returning.json" with { type: "json" };
import enSettings from "./en/settings.json" with { type: "json" };
import zhChanges from "./zh-CN/changes.json" with { type: "json" };
import zhCohorts from "./zh-CN/cohorts.json" with { type: "json" };
import zhCommon from "./zh-CN/common.json" with { type: "json" };
import zhConcentration from "./zh-CN/concentration.json" with { type: "json" };
import zhCustomer from "./zh-CN/customer.json" with { type: "json" };
import zhCustomers from "./zh-CN/customers.json" with { type: "json" };
import zhHome from "./zh-CN/home.json" with { type: "json" };
import zhInsights from "./zh-CN/insights.json" with { type: "json" };
import zhLifecycle from "./zh-CN/lifecycle.json" with { type: "json" };
import zhLtv from "./zh-CN/ltv.json" with { type: "json" };
import zhMembership from "./zh-CN/membership.json" with { type: "json" };
import zhReplenishment from "./zh-CN/replenishment.json" with { type: "json" };
import zhRfm from "./zh-CN/rfm.json" with { type: "json" };
import zhReturning from "./zh-CN/returning.json" with { type: "json" };
import zhSettings from "./zh-CN/settings.json" with { type: "json" };

/** Every text of the admin pages, by language and namespace. A test holds the languages against each other. */
export const resources = {
  en: {
    common: { ...enCommon, ...enGroupNames },
    customers: enCustomers,
    customer: enCustomer,
    changes: enChanges,
    home: enHome,
    insights: enInsights,
    lifecycle: enLifecycle,
    ltv: enLtv,
    cohorts: enCohorts,
    concentration: enConcentration,
    returning: enReturning,
    membership: enMembership,
    replenishment: enReplenishment,
    rfm: enRfm,
    settings: enSettings,
  },
  "zh-CN": {
    common: { ...zhCommon, ...zhGroupNames },
    customers: zhCustomers,
    customer: zhCustomer,
    changes: zhChanges,
    home: zhHome,
    insights: zhInsights,
    lifecycle: zhLifecycle,
    ltv: zhLtv,
    cohorts: zhCohorts,
    concentration: zhConcentration,
    returning: zhReturning,
    membership: zhMembership,
    replenishment: zhReplenishment,
    rfm: zhRfm,
    settings: zhSettings,
  },
} as const;
