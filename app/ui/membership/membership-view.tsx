import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Card, EmptyState, Page } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MembershipPage } from "#app/insights/membership.server.ts";
import type { Definition, Problem } from "#app/membership/policy.ts";
import type { Result } from "#app/platform/errors.ts";
import type { LadderInput } from "./ladder-form.ts";
import { Workbench } from "./workbench.tsx";

const SEND = { method: "post", encType: "application/json" } as const;

/** The ladder: what it is, what it does to the shop's customers, and what another one would do. */
export function MembershipView({ page }: { page: MembershipPage }) {
  const { t } = useTranslation("membership");
  const fetcher = useFetcher<Result<{ version: number }, Problem[]>>();
  const shopify = useAppBridge();
  const { data } = fetcher;
  useEffect(() => {
    if (data !== undefined) shopify.toast.show(data.ok ? t("saved") : t("notSaved"), { isError: !data.ok });
  }, [data, shopify, t]);
  const send = (intent: "save" | "publish", definition: LadderInput) =>
    fetcher.submit({ intent, definition }, SEND);
  const discarder = useDiscarder((draft) => send("save", { ...draft, tiers: [...draft.tiers] }));

  if (page.preview.bins.every(({ customers }) => customers === 0))
    return <NothingRead months={page.definition.window.months} />;
  return (
    <Workbench
      // What was saved is where the form starts from anew.
      key={JSON.stringify(page.definition)}
      page={page}
      sending={fetcher.state !== "idle" || discarder.state !== "idle"}
      send={send}
      discard={() => discarder.submit({ intent: "discard" }, SEND)}
    />
  );
}

/** Drops the draft, and for some seconds offers to have it back. */
function useDiscarder(restore: (draft: Definition) => void) {
  const { t } = useTranslation("membership");
  const fetcher = useFetcher<Definition | null>();
  const shopify = useAppBridge();
  const back = useRef(restore);
  back.current = restore;
  const { data } = fetcher;
  useEffect(() => {
    if (data === undefined) return;
    shopify.toast.show(t("discarding.done"), {
      ...(data === null ? {} : { action: t("discarding.undo"), onAction: () => back.current(data) }),
    });
  }, [data, shopify, t]);
  return fetcher;
}

function NothingRead({ months }: { months: number }) {
  const { t } = useTranslation("membership");
  return (
    <Page title={t("title")} subtitle={t("subtitle", { count: months })}>
      <Card>
        <EmptyState heading={t("empty.title")} image="" action={{ content: t("empty.action"), url: "/app" }}>
          <p>{t("empty.body")}</p>
        </EmptyState>
      </Card>
    </Page>
  );
}
