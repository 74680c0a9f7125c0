import type { Language } from "#app/platform/language.ts";
import { RFM_GROUPS } from "./group.ts";
import type { GroupKey } from "./group-key.ts";
import en from "./names/en.json" with { type: "json" };
import zh from "./names/zh-CN.json" with { type: "json" };
import { RF_GROUPS } from "./rf-group.ts";
import { VALUE_GROUPS } from "./value-group.ts";

const WORDS = {
  en: {
    names: en,
    rf: (name: string) => `${name} (R×F)`,
    grid: (recency: string, mean: string) => `Recency ${recency}, frequency and money ${mean}`,
    cell: (scores: string) => `Cell ${scores}`,
  },
  "zh-CN": {
    names: zh,
    rf: (name: string) => `${name}（R×F）`,
    grid: (recency: string, mean: string) => `最近购买 ${recency}，频率与金额 ${mean}`,
    cell: (scores: string) => `单元格 ${scores}`,
  },
} as const;

/** A group or cell as a person calls it, unlike any other's: "At risk", "At risk (R×F)", "Cell 543". */
export function groupName(key: GroupKey, language: Language): string {
  const { names, rf, grid, cell } = WORDS[language];
  const shopify = RFM_GROUPS.find((group) => group === key);
  if (shopify !== undefined) return names.groups[shopify];
  const ten = RF_GROUPS.find(({ group }) => `rf_${group}` === key);
  if (ten !== undefined) return rf(names.rfGroups[ten.group]);
  const eight = VALUE_GROUPS.find((group) => group === key);
  if (eight !== undefined) return names.valueGroups[eight];
  const [recency, mean] = key.match(/\d/g) ?? [];
  return key.startsWith("r") ? grid(recency ?? "", mean ?? "") : cell(key);
}
