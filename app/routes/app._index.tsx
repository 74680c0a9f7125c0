import { Page, Text } from "@shopify/polaris";

export default function Home() {
  return (
    <Page title="Home">
      <Text as="p">Laurel</Text>
    </Page>
  );
}
