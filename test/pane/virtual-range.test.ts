/** Of a long list only what is in view is drawn, and everything comes into view. */
import * as fc from "fast-check";
import { placeItems, visibleItems } from "../../src/pane/views/common/virtual-range";

test("ten thousand findings: some in view and a few to spare", () => {
  const placement = placeItems(10_000, () => undefined, 200);
  expect(placement.tops[10_000]).toBe(2_000_000);
  expect(visibleItems(placement, 1_000_000, 1_000_800, 4)).toEqual({ first: 4996, last: 5008 });
});

test("an empty list draws nothing", () =>
  expect(
    visibleItems(
      placeItems(0, () => undefined, 200),
      0,
      800,
      4,
    ),
  ).toBeNull());

test("whatever the heights, every item that touches the window is drawn", () => {
  const heights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(heights, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 900 }), (sizes, from, size) => {
      const placement = placeItems(sizes.length, (index) => sizes[index], 200);
      const range = visibleItems(placement, from, from + size, 0)!;
      sizes.forEach((_, index) => {
        const inView = placement.tops[index]! < from + size && placement.tops[index + 1]! > from;
        if (inView) expect(index >= range.first && index <= range.last).toBe(true);
      });
    }),
  );
});
