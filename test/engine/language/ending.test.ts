import fc from "fast-check";
import { withoutEnding } from "../../../src/engine/language";

test("what is taken off the end of a text is what the pattern would take", () => {
  const words = ["预算", "预算数", "算", "数额", "额", "的", ":"];
  const pattern = new RegExp(`(?:${words.join("|")})*$`);
  const pieces = fc.array(fc.constantFrom(...words, "预", "数", "教育", "费"), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, (some) => {
      const text = some.join("");
      expect(withoutEnding(...words)(text)).toBe(text.replace(pattern, ""));
    }),
  );
});

test("a text without end costs what is taken off it", () => {
  expect(withoutEnding("的", "为")(`${"的为".repeat(100_000)}。`)).toHaveLength(200_001);
  expect(withoutEnding("的", "为")("的为".repeat(100_000))).toBe("");
});
