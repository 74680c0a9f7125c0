import { SkeletonBodyText } from "@shopify/polaris";
import { Suspense, useSyncExternalStore, type ReactNode } from "react";

const neverChanges = () => () => undefined;

/** What is drawn in the browser only, once the page is up: drawing is a page's heaviest part and not the first needed. */
export function Later({ children }: { children: ReactNode }) {
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!inBrowser) return <ToCome />;
  return <Suspense fallback={<ToCome />}>{children}</Suspense>;
}

function ToCome() {
  return <SkeletonBodyText lines={12} />;
}
