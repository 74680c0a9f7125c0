/** The three inks of a picture: body, shade and detail. */
export type Inks = { body: string; shade: string; detail: string };

type Motif = { words: RegExp; draw: (inks: Inks) => string };

/** A star polygon around (200, y). */
function star(y: number, outer: number, inner: number, points: number): string {
  const corner = (index: number): string => {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (Math.PI * index) / points - Math.PI / 2;
    return `${(200 + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
  };
  return Array.from({ length: points * 2 }, (_, index) => corner(index)).join(" ");
}

const bag = ({ body, shade, detail }: Inks): string =>
  `<path d="M155 150c0-70 90-70 90 0" fill="none" stroke="${shade}" stroke-width="10"/>
   <path d="M115 150h170l14 165H101z" fill="${body}"/><path d="M101 315h198l-2-24H103z" fill="${shade}"/>
   <circle cx="200" cy="225" r="32" fill="${detail}"/>`;

const cup = ({ body, shade, detail }: Inks): string =>
  `<ellipse cx="200" cy="300" rx="120" ry="20" fill="${shade}"/>
   <path d="M270 185c52-8 52 68-12 66" fill="none" stroke="${shade}" stroke-width="13"/>
   <path d="M120 165h160c0 70-22 126-80 126s-80-56-80-126z" fill="${body}"/>
   <ellipse cx="200" cy="165" rx="80" ry="17" fill="${detail}"/>`;

const candle = ({ body, shade, detail }: Inks): string =>
  `<path d="M200 88c24 30 20 54 0 58-20-4-24-28 0-58z" fill="${detail}"/>
   <rect x="197" y="140" width="6" height="26" fill="${shade}"/>
   <rect x="150" y="164" width="100" height="140" rx="8" fill="${body}"/>
   <ellipse cx="200" cy="166" rx="50" ry="11" fill="${shade}"/>
   <rect x="130" y="298" width="140" height="16" rx="8" fill="${shade}"/>`;

const heart = ({ body, shade, detail }: Inks): string =>
  `<path d="M200 74v66" stroke="${shade}" stroke-width="5"/><circle cx="200" cy="84" r="11" fill="none" stroke="${shade}" stroke-width="5"/>
   <path d="M200 318C96 240 92 190 108 164c22-34 72-30 92 8 20-38 70-42 92-8 16 26 12 76-92 154z" fill="${body}"/>
   <path d="M134 186c6-16 22-22 36-16" fill="none" stroke="${detail}" stroke-width="9" stroke-linecap="round"/>`;

const clock = ({ body, shade, detail }: Inks): string =>
  `<circle cx="140" cy="120" r="30" fill="${shade}"/><circle cx="260" cy="120" r="30" fill="${shade}"/>
   <path d="M140 300l-22 26M260 300l22 26" stroke="${shade}" stroke-width="14" stroke-linecap="round"/>
   <circle cx="200" cy="216" r="102" fill="${body}"/><circle cx="200" cy="216" r="76" fill="${detail}"/>
   <path d="M200 216v-48M200 216l34 22" stroke="${shade}" stroke-width="9" stroke-linecap="round"/>`;

const frame = ({ body, shade, detail }: Inks): string =>
  `<rect x="105" y="90" width="190" height="230" fill="${body}"/><rect x="127" y="112" width="146" height="186" fill="${detail}"/>
   <path d="M127 298l52-72 32 38 22-26 40 60z" fill="${shade}"/><circle cx="236" cy="156" r="17" fill="${body}"/>`;

const tin = ({ body, shade, detail }: Inks): string =>
  `<rect x="110" y="160" width="180" height="150" rx="10" fill="${body}"/><rect x="102" y="134" width="196" height="38" rx="10" fill="${shade}"/>
   <circle cx="200" cy="126" r="13" fill="${shade}"/><rect x="110" y="212" width="180" height="44" fill="${detail}"/>`;

const bunting = ({ body, shade, detail }: Inks): string =>
  `<path d="M50 130q150 80 300 0" fill="none" stroke="${shade}" stroke-width="5"/>
   <path d="M75 142l52 18-38 66z" fill="${body}"/><path d="M138 162l56 8-34 70z" fill="${detail}"/>
   <path d="M206 170l56-8-22 78z" fill="${body}"/><path d="M273 160l52-18-14 84z" fill="${detail}"/>`;

const tree = ({ body, shade, detail }: Inks): string =>
  `<rect x="186" y="286" width="28" height="40" fill="${shade}"/><path d="M200 96l58 84h-28l44 58h-30l46 54H110l46-54h-30l44-58h-28z" fill="${body}"/>
   <polygon points="${star(94, 22, 9, 5)}" fill="${detail}"/><circle cx="182" cy="206" r="8" fill="${detail}"/><circle cx="222" cy="252" r="8" fill="${detail}"/>`;

const bottle = ({ body, shade, detail }: Inks): string =>
  `<rect x="180" y="84" width="40" height="26" rx="5" fill="${shade}"/>
   <path d="M184 110h32v44c34 14 44 34 44 62v84c0 12-8 20-20 20h-80c-12 0-20-8-20-20v-84c0-28 10-48 44-62z" fill="${body}"/>
   <rect x="140" y="218" width="120" height="56" fill="${detail}"/>`;

const bird = ({ body, shade, detail }: Inks): string =>
  `<path d="M106 232c0-60 46-98 98-98 16-34 66-34 76 4l30 16-30 10c2 74-40 122-104 122-42 0-70-22-70-54z" fill="${body}"/>
   <path d="M140 226c26-32 66-36 92-20-14 40-58 54-92 20z" fill="${shade}"/><circle cx="252" cy="146" r="8" fill="${detail}"/>
   <path d="M180 286v40M212 284v42" stroke="${shade}" stroke-width="6"/>`;

const plate = ({ body, shade, detail }: Inks): string =>
  `<circle cx="200" cy="206" r="118" fill="${body}"/><circle cx="200" cy="206" r="80" fill="${shade}"/><circle cx="200" cy="206" r="70" fill="${body}"/>
   <polygon points="${star(206, 40, 24, 8)}" fill="${detail}"/>`;

const cushion = ({ body, shade, detail }: Inks): string =>
  `<path d="M96 122q104-28 208 0 26 94 0 172-104 28-208 0-26-92 0-172z" fill="${body}"/>
   <path d="M100 176q100-18 200 0M98 226q102-14 204 0" fill="none" stroke="${shade}" stroke-width="12"/><circle cx="200" cy="206" r="15" fill="${detail}"/>`;

const plant = ({ body, shade, detail }: Inks): string =>
  `<path d="M200 240C126 226 104 168 120 118c54 12 82 58 80 122zM200 240c0-78 28-126 86-138 12 60-16 118-86 138z" fill="${body}"/>
   <path d="M138 232h124l-16 90h-92z" fill="${shade}"/><rect x="128" y="222" width="144" height="24" rx="4" fill="${detail}"/>`;

const card = ({ body, shade, detail }: Inks): string =>
  `<rect x="92" y="136" width="216" height="150" rx="6" fill="${body}"/><path d="M92 140l108 86 108-86" fill="none" stroke="${shade}" stroke-width="8"/>
   <circle cx="200" cy="226" r="22" fill="${detail}"/>`;

const lamp = ({ body, shade, detail }: Inks): string =>
  `<path d="M152 104h96l38 100H114z" fill="${body}"/><rect x="193" y="204" width="14" height="92" fill="${shade}"/>
   <rect x="142" y="294" width="116" height="18" rx="9" fill="${shade}"/><ellipse cx="200" cy="214" rx="66" ry="9" fill="${detail}"/>`;

const jewel = ({ body, shade, detail }: Inks): string =>
  `<path d="M112 104c4 120 60 154 88 154s84-34 88-154" fill="none" stroke="${shade}" stroke-width="6"/>
   <path d="M200 250l34 34-34 46-34-46z" fill="${body}"/><path d="M166 284h68l-34 46z" fill="${detail}"/>`;

const present = ({ body, shade, detail }: Inks): string =>
  `<rect x="112" y="184" width="176" height="134" fill="${body}"/><rect x="100" y="150" width="200" height="42" fill="${shade}"/>
   <rect x="184" y="150" width="32" height="168" fill="${detail}"/>
   <path d="M200 150c-62 0-70-56-34-56 22 0 34 30 34 56 0-26 12-56 34-56 36 0 28 56-34 56z" fill="none" stroke="${detail}" stroke-width="12"/>`;

/** What is drawn for which words of a title or type; the first that fits, a present for all others. */
const MOTIFS: readonly Motif[] = [
  { words: /gift card|voucher/i, draw: present },
  { words: /christmas|tree|bauble|advent/i, draw: tree },
  { words: /\bbags?\b|shopper|tote|purse/i, draw: bag },
  { words: /candle|t-?light|incense/i, draw: candle },
  { words: /lamp|lantern|\blights?\b/i, draw: lamp },
  { words: /clock|watch/i, draw: clock },
  { words: /cushion|blanket|throw|quilt|towel|rug|apron|textile/i, draw: cushion },
  { words: /heart|love/i, draw: heart },
  { words: /\bcup|mug|teapot|\btea\b|coffee|egg cup/i, draw: cup },
  { words: /bunting|garland|paper chain|banner/i, draw: bunting },
  { words: /frame|picture|print|sign|chalkboard|mirror|poster/i, draw: frame },
  { words: /tin\b|tins\b|\bbox|jar|storage|basket|drawer/i, draw: tin },
  { words: /bottle|vase|jug|diffuser|soap|bath/i, draw: bottle },
  { words: /bird|rabbit|owl|doll|toy|dino|game|puzzle|animal/i, draw: bird },
  { words: /plate|bowl|dish|cake|tray|serving|kitchen/i, draw: plate },
  { words: /garden|plant|flower|rose|herb|seed/i, draw: plant },
  { words: /card|paper|wrap|notebook|pencil|stationery|sticker|napkin|ribbon/i, draw: card },
  { words: /necklace|ring\b|bracelet|earring|brooch|jewel|charm/i, draw: jewel },
];

/** The drawing for a product, by what its title says, else its type. */
export function motifFor(title: string, productType: string): (inks: Inks) => string {
  const fits = (text: string): Motif | undefined => MOTIFS.find(({ words }) => words.test(text));
  return (fits(title) ?? fits(productType))?.draw ?? present;
}
