import type { ReactNode } from "react";

/** A link to a page of Shopify's admin: the frame around the app goes there. `path`: "orders/42". */
export function AdminLink({ path, children }: { path: string; children: ReactNode }) {
  return (
    <a href={`shopify://admin/${path}`} target="_top">
      {children}
    </a>
  );
}
