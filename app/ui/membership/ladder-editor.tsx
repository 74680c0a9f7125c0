import {
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  Divider,
  InlineError,
  InlineStack,
  Text,
} from "@shopify/polaris";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MembershipPage } from "#app/insights/membership.server.ts";
import type { Problem } from "#app/membership/policy.ts";
import { useShop } from "../shop-context.tsx";
import { problemOf, withThresholds, withTier, type TierField, type TierForm } from "./ladder-form.ts";
import { TierRow } from "./tier-row.tsx";
import type { ShownLadder } from "./use-ladder-preview.ts";

const MOST_TIERS = 10;
const FEWEST_TIERS = 2;

type Props = {
  page: MembershipPage;
  form: TierForm[];
  setForm: (form: TierForm[]) => void;
  shown: ShownLadder;
  problems: readonly Problem[];
  /** Was saving tried? Then every mistake shows, also in fields that were not left yet. */
  tried: boolean;
};

/** Names, thresholds and benefits, tier by tier, with the counts that follow. */
export function LadderEditor({ page, form, setForm, shown, problems, tried }: Props) {
  const { t } = useTranslation("membership");
  const { currency } = useShop();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const place = ({ id }: TierForm, field: TierField) => `${id}.${field}`;
  const proposed = withThresholds(form, page.proposed, currency);
  const fits = form.length === page.proposed.tiers.length;
  return (
    <Card>
      <BlockStack gap="400">
        <Heading months={page.definition.window.months} />
        {form.map((tier, rank) => (
          <Fragment key={tier.id}>
            {rank > 0 && <Divider />}
            <TierRow
              tier={tier}
              lowest={rank === 0}
              months={page.definition.window.months}
              counts={shown.preview.tiers[rank] ?? null}
              counting={shown.counting || problems.length > 0}
              live={page.published?.definition.tiers.find(({ key }) => key === tier.key)?.enterMinor ?? null}
              problem={(field) =>
                tried || left.has(place(tier, field)) ? problemOf(problems, rank, field) : null
              }
              onChange={(patch) =>
                setForm(form.map((other) => (other === tier ? { ...tier, ...patch } : other)))
              }
              onLeave={(field) => setLeft(new Set([...left, place(tier, field)]))}
              {...(rank > 0 && form.length > FEWEST_TIERS
                ? { onRemove: () => setForm(form.filter((other) => other !== tier)) }
                : {})}
            />
          </Fragment>
        ))}
        {problems
          .filter(({ path }) => path.length < 2)
          .map(({ code }) => (
            <InlineError key={code} fieldID="ladder" message={t(`problems.${code}`)} />
          ))}
        <InlineStack align="start">
          <ButtonGroup>
            <Button disabled={form.length >= MOST_TIERS} onClick={() => setForm(withTier(form))}>
              {t("editor.add")}
            </Button>
            <Button
              disabled={!fits || JSON.stringify(proposed) === JSON.stringify(form)}
              onClick={() => setForm(proposed)}
            >
              {t("editor.useProposed")}
            </Button>
          </ButtonGroup>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Heading({ months }: { months: number }) {
  const { t } = useTranslation("membership");
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingMd">
        {t("editor.title")}
      </Text>
      <Text as="p" tone="subdued">
        {t("editor.help", { count: months })}
      </Text>
    </BlockStack>
  );
}
