/** Invented people by country: first names, last names, and the locale they read. */
export type People = {
  locale: string;
  first: readonly string[];
  last: readonly string[];
};

const words = (text: string): string[] => text.split(" ");

const english = {
  first: words(
    "Amelia Olivia Isla Ava Grace Freya Florence Willow Ivy Rosie Harriet Beatrice Oliver George Noah Arthur Leo Harry Jack Charlie Oscar Henry Theo Freddie Alfie Priya Aisha Zara Mohammed Imran Kwame Chidi Ngozi Mei Callum Rhys Eleri Fiona Hamish Morag",
  ),
  last: words(
    "Ashdown Bellamy Carew Dunmore Eastwick Fairley Greaves Hollis Inglewood Jessop Kerrison Langley Merrow Nettleton Oakes Penrose Quill Radcliffe Selwyn Thackeray Underhill Vane Whitlock Yardley Adeyemi Banerjee Chaudhry Okafor Patel Rahman Singh Macrae Morgan Pryce Sutherland",
  ),
};

const german = {
  locale: "de",
  first: words("Anna Lena Mia Hannah Clara Greta Johanna Lukas Jonas Felix Emil Anton Jürgen Käthe Björn"),
  last: words("Albrecht Baumgart Dorn Eichel Fährmann Grünwald Hollmann Kessler Lindner Möller Schäfer Weiß"),
};

const french = {
  locale: "fr",
  first: words("Camille Chloé Léa Manon Inès Élodie Louise Hugo Lucas Jules Gabriel Théo François Noémie"),
  last: words("Aubert Bellerose Chauvin Delacour Fontanel Girardot Lavigne Mercier Périer Rousselle Vasseur"),
};

const BY_COUNTRY: Record<string, People> = {
  DE: german,
  FR: french,
  BE: { ...french, first: words("Lotte Emma Noor Arthur Louis Wout Marie Amélie Lien Jef") },
  CH: { ...german, last: words("Aebischer Brunner Gerber Hürlimann Zürcher Steiner Wyss Luginbühl") },
  NL: {
    locale: "nl",
    first: words("Sanne Femke Fleur Anouk Daan Sem Bram Joris Lieke Thijs"),
    last: words("Dekker Hoekstra Vermeer Kuiper Zeeman Molenaar Brouwer Postma"),
  },
  ES: {
    locale: "es",
    first: words("Lucía Martina Sofía Carmen Begoña Íñigo Álvaro Diego Javier Nuria"),
    last: words("Alcántara Benítez Cabrera Domínguez Fuentes Ibáñez Muñoz Peñalver"),
  },
  PT: {
    locale: "pt-PT",
    first: words("Beatriz Leonor Inês Matilde João Tomás Gonçalo Duarte Conceição"),
    last: words("Almeida Brandão Carvalhal Falcão Guimarães Magalhães Saldanha"),
  },
  FI: {
    locale: "fi",
    first: words("Aino Eevi Helmi Sofia Väinö Eino Onni Päivi Jyrki"),
    last: words("Hakala Järvelä Koskela Lähde Mäkelä Rantanen Ylönen"),
  },
  IT: {
    locale: "it",
    first: words("Giulia Aurora Ginevra Chiara Leonardo Tommaso Matteo Niccolò"),
    last: words("Bellandi Cattani Donati Ferrante Galimberti Marchesi Santoro"),
  },
  SE: {
    locale: "sv",
    first: words("Astrid Elsa Alva Saga Åsa Göran Nils Axel Örjan"),
    last: words("Bergqvist Dahlström Ekelund Håkansson Lindgren Åkerblom"),
  },
  JP: {
    locale: "ja",
    first: words("陽菜 結衣 葵 美咲 蓮 大翔 悠真 健太"),
    last: words("青木 石川 岡田 小林 高橋 中村 藤井 山口"),
  },
  CN: {
    locale: "zh-CN",
    first: words("子涵 欣怡 雨桐 诗涵 浩然 宇轩 俊杰 思远"),
    last: words("陈 林 王 张 李 赵 周 吴 欧阳"),
  },
};

/** The people of a country; English ones where it has no list of its own. */
export function peopleOf(country: string): People {
  return BY_COUNTRY[country] ?? { locale: country === "US" ? "en-US" : "en-GB", ...english };
}

/** What of a name can stand in an address: "Käthe Weiß" gives "kathe.weiss", "陽菜" nothing. */
export function asciiName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/[^a-z ]/g, "")
    .trim()
    .replaceAll(" ", ".");
}
