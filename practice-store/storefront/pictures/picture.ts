import type { Product } from "../../shop/model.ts";
import { type Inks, motifFor } from "./motifs.ts";

type Palette = { ground: string; table: string } & Inks;

const PALETTES: readonly Palette[] = [
  { ground: "#efe7da", table: "#e2d6c3", body: "#b5563c", shade: "#7d3a29", detail: "#f3d9b1" },
  { ground: "#e3e8e1", table: "#d2dacf", body: "#4f6f52", shade: "#34503a", detail: "#e9c46a" },
  { ground: "#e6e9ef", table: "#d5dae4", body: "#3d5a80", shade: "#293e5a", detail: "#ee9b7a" },
  { ground: "#f3e4e1", table: "#e8d2cd", body: "#c97b84", shade: "#8f4f59", detail: "#fbf1e6" },
  { ground: "#f1ead6", table: "#e5dabb", body: "#d19c1d", shade: "#94690f", detail: "#5b4a3a" },
  { ground: "#e9e4ec", table: "#dad2df", body: "#6d597a", shade: "#4a3b55", detail: "#e5b8a5" },
  { ground: "#e1ebea", table: "#cedddb", body: "#2a8c82", shade: "#1c625b", detail: "#f4e4c1" },
  { ground: "#ececea", table: "#dddcd8", body: "#5a5a55", shade: "#383835", detail: "#d9795d" },
];

/** A drawn picture of a product, always the same one for the same product. */
export function pictureOf({ id, title, productType }: Product): string {
  const palette = PALETTES[id % PALETTES.length] ?? PALETTES[0];
  if (palette === undefined) return "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">
<rect width="400" height="400" fill="${palette.ground}"/><rect y="306" width="400" height="94" fill="${palette.table}"/>
<ellipse cx="200" cy="324" rx="118" ry="13" fill="${palette.shade}" opacity=".22"/>
${motifFor(title, productType)(palette)}
</svg>`;
}
