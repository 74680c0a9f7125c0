import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import type { SegmentsState } from "#app/insights/segments-state.server.ts";
import type { GroupKey } from "#app/value/rfm/group-key.ts";
import { SegmentAction, SegmentHelp } from "../insights/segment-action.tsx";
import { useGroupName } from "../use-group-name.ts";

/** A segment of the RFM group or cell that the list is narrowed down to. */
export function GroupSegment({ group, segments }: { group: GroupKey; segments: SegmentsState }) {
  const label = useGroupName()(group);
  return (
    <Box padding="400" borderBlockEndWidth="025" borderColor="border">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm">
            {label}
          </Text>
          <SegmentAction group={group} label={label} segments={segments} />
        </InlineStack>
        <SegmentHelp segments={segments} />
      </BlockStack>
    </Box>
  );
}
