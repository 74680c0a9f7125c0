import { describe, expect, it } from "vitest";
import { copyRow, type CopyValue } from "./copy-text.ts";

const CASES: { what: string; values: CopyValue[]; row: string }[] = [
  { what: "numbers, truth and nothing", values: [1, 2n, true, false, null], row: "1\t2\tt\tf\t\\N\n" },
  { what: "an empty text as a text", values: ["", "plain", ""], row: "\tplain\t\n" },
  {
    what: "characters that end a field",
    values: ["tab\there", "line\nend", "back\\slash"],
    row: "tab\\there\tline\\nend\tback\\\\slash\n",
  },
  { what: "a text that looks like nothing", values: ["\\N"], row: "\\\\N\n" },
  {
    what: "lists of texts",
    values: [["gold", 'a "b"', "c\\d", "ü,x"], []],
    row: '{"gold","a \\\\"b\\\\"","c\\\\\\\\d","ü,x"}\t{}\n',
  },
];

describe("copyRow", () => {
  it.each(CASES)("writes $what", ({ values, row }) => {
    expect(copyRow(values)).toBe(row);
  });
});
