import { useTranslation } from "react-i18next";
import { nearestLanguage } from "#app/platform/language.ts";
import { toGroupKey } from "#app/value/rfm/group-key.ts";
import { groupName } from "#app/value/rfm/group-name.ts";

/** The name of a group or cell by its key, in the reader's language; a key that is none stays as it is. */
export function useGroupName(): (key: string) => string {
  const { i18n } = useTranslation();
  return (key) => {
    const group = toGroupKey(key);
    return group === undefined ? key : groupName(group, nearestLanguage(i18n.language));
  };
}
