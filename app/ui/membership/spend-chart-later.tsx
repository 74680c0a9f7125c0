import { Card, SkeletonBodyText } from "@shopify/polaris";
import { lazy, Suspense, useSyncExternalStore } from "react";
import type { ShownLadder } from "./use-ladder-preview.ts";

const SpendChart = lazy(async () => ({ default: (await import("./spend-chart.tsx")).SpendChart }));

const neverChanges = () => () => undefined;

/** The chart, fetched once the page is up: drawing is the page's heaviest part and not the first needed. */
export function SpendChartLater({ shown }: { shown: ShownLadder }) {
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!inBrowser) return <ToCome />;
  return (
    <Suspense fallback={<ToCome />}>
      <SpendChart shown={shown} />
    </Suspense>
  );
}

function ToCome() {
  return (
    <Card>
      <SkeletonBodyText lines={12} />
    </Card>
  );
}
