import type { ScoredMetric } from "#app/platform/score-scheme.ts";
import type { Settings } from "#app/platform/settings.ts";

/** What a part of the form gets: the settings as they are typed, and what is wrong with one of them. */
export type SettingsFormProps = {
  settings: Settings;
  change: (patch: Partial<Settings>) => void;
  /** The text at the field, where its setting is wrong. */
  errorAt: (setting: keyof Settings | `rfm.${ScoredMetric}.limits`) => { error?: string };
};
