import { Button, Collapsible, InlineStack } from "@shopify/polaris";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A button that opens and closes the part with the id `controls`. */
export function Disclosure(props: { label: string; controls: string; open: boolean; onClick: () => void }) {
  const { label, controls, open, onClick } = props;
  return (
    <Button
      variant="plain"
      ariaExpanded={open}
      ariaControls={controls}
      disclosure={open ? "up" : "down"}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

/** How a figure is worked out, one click away. */
export function Definition({ children }: { children: ReactNode }) {
  const { t } = useTranslation("common");
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <InlineStack>
        <Disclosure label={t("charts.definition")} controls={id} open={open} onClick={() => setOpen(!open)} />
      </InlineStack>
      <Collapsible id={id} open={open}>
        {children}
      </Collapsible>
    </>
  );
}
