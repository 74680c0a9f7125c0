import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Loads the page's data anew every `everyMs` while something is under way and the tab is looked at. */
export function useLive(underWay: boolean, everyMs = 1500): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!underWay || state !== "idle") return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    return () => clearTimeout(timer);
  }, [underWay, everyMs, revalidate, state]);
}
