import { Modal, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

type Props = {
  open: boolean;
  /** The ladder that stays in force. */
  version: number;
  onClose: () => void;
  onDiscard: () => void;
};

/** Says what discarding the draft will do, before it does. */
export function DiscardModal({ open, version, onClose, onDiscard }: Props) {
  const { t } = useTranslation("membership");
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={t("discarding.title")}
      primaryAction={{ content: t("discarding.confirm"), destructive: true, onAction: onDiscard }}
      secondaryActions={[{ content: t("discarding.keep"), onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">{t("discarding.body", { version })}</Text>
      </Modal.Section>
    </Modal>
  );
}
