import { BlockStack, List, Modal, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFormat } from "../shop-context.tsx";
import type { ShownLadder } from "./use-ladder-preview.ts";

type Props = {
  open: boolean;
  /** Was no ladder in force until now? */
  first: boolean;
  shown: ShownLadder;
  onClose: () => void;
  onPublish: () => void;
};

/** Says what publishing will do, before it does. */
export function PublishModal({ open, first, shown, onClose, onPublish }: Props) {
  const { t } = useTranslation("membership");
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={t("publishing.title")}
      primaryAction={{ content: t("publishing.confirm"), onAction: onPublish }}
      secondaryActions={[{ content: t("publishing.notNow"), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {first ? <FirstTiers shown={shown} /> : <Moves shown={shown} />}
          <Text as="p">{t("publishing.tags")}</Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function FirstTiers({ shown: { definition, preview } }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const { number } = useFormat();
  return (
    <BlockStack gap="200">
      <Text as="p">{t("publishing.first")}</Text>
      <List>
        {definition.tiers.map(({ key, name }, rank) => (
          <List.Item key={key}>
            {t("publishing.firstTier", {
              tier: name,
              customers: number(preview.tiers[rank]?.customers ?? 0),
            })}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function Moves({ shown: { preview } }: { shown: ShownLadder }) {
  const { t } = useTranslation("membership");
  const rises = preview.tiers.reduce((sum, tier) => sum + tier.rises, 0);
  const falls = preview.tiers.reduce((sum, tier) => sum + tier.falls, 0);
  const everybody = preview.tiers.reduce((sum, tier) => sum + tier.customers, 0);
  return (
    <List>
      <List.Item>{t("publishing.rise", { count: rises })}</List.Item>
      <List.Item>{t("publishing.fall", { count: falls })}</List.Item>
      <List.Item>{t("publishing.stay", { count: everybody - rises - falls })}</List.Item>
    </List>
  );
}
