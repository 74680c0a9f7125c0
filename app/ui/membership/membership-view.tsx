import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Card, EmptyState, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { MembershipPage } from "#app/insights/membership.server.ts";
import type { Definition, Problem } from "#app/membership/policy.ts";
import type { Result } from "#app/platform/errors.ts";
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
  const discarder = useDiscarder(fetcher.submit);

  if (page.preview.bins.every(({ customers }) => customers === 0))
    return <NothingRead months={page.definition.window.months} />;
  return (
    <Workbench
      // What was saved is where the form starts from anew.
      key={JSON.stringify(page.definition)}
      page={page}
      sending={fetcher.state !== "idle" || discarder.state !== "idle"}
      send={(intent, definition) => fetcher.submit({ intent, definition }, SEND)}
      discard={() => discarder.submit({ intent: "discard" }, SEND)}
    />
  );
}

/** Drops the draft, and for some seconds offers to have it back. */
function useDiscarder(submit: ReturnType<typeof useFetcher>["submit"]) {
  const { t } = useTranslation("membership");
  const fetcher = useFetcher<Definition | null>();
  const shopify = useAppBridge();
  const { data } = fetcher;
  useEffect(() => {
    if (data === undefined || data === null) return;
    const definition = { ...data, tiers: [...data.tiers] };
    shopify.toast.show(t("discarding.done"), {
      action: t("discarding.undo"),
      onAction: () => submit({ intent: "save", definition }, SEND),
    });
  }, [data, shopify, submit, t]);
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
