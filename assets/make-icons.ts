/**
 * Draws the icons of the add-in, as PNG files beside this one: `npx jiti assets/make-icons.ts`.
 * Shapes are given on a grid of 16 × 16, so that at 16 pixels their edges fall on pixels; each pixel is the mean of
 * 8 × 8 samples. No browser and no library are needed, and the same shapes give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number];
type Point = readonly [x: number, y: number];

/** Whether a point lies in a shape. */
type Shape = (x: number, y: number) => boolean;

/** Shapes in the order in which they are painted. */
type Drawing = readonly { readonly shape: Shape; readonly colour: Colour }[];

const GREEN: Colour = [15, 108, 84];
const WHITE: Colour = [255, 255, 255];
const MINT: Colour = [150, 214, 190];
const RED: Colour = [192, 0, 0];
const PINK: Colour = [255, 199, 206];
const INK: Colour = [36, 36, 36];

function box(left: number, top: number, right: number, bottom: number, radius = 0): Shape {
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + radius - x, x - right + radius, 0);
    const dy = Math.max(top + radius - y, y - bottom + radius, 0);
    return dx * dx + dy * dy <= radius * radius || dx === 0 || dy === 0;
  };
}

/** A line of that width through the points, with round ends. */
function stroke(width: number, ...points: readonly Point[]): Shape {
  return (x, y) => points.some((from, index) => index > 0 && distance([x, y], points[index - 1]!, from) <= width / 2);
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const along = Math.max(
    0,
    Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
  );
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

/** 一键核对, and the add-in itself: a tick on a filled square. */
const CHECK: Drawing = [
  { shape: box(1, 1, 15, 15, 3), colour: GREEN },
  { shape: stroke(2.4, [4.2, 8.4], [7, 11.2], [11.9, 5.2]), colour: WHITE },
];

/** 面板: a sheet with a pane at its right. */
const PANE: Drawing = [
  { shape: box(1, 2, 15, 14, 1.5), colour: GREEN },
  { shape: box(2, 5, 9, 13), colour: WHITE },
  { shape: box(10, 5, 14, 13), colour: MINT },
  { shape: box(2, 8, 9, 9), colour: GREEN },
  { shape: box(5, 5, 6, 13), colour: GREEN },
];

/** 清除标记: a marked cell, crossed out. */
const CLEAR: Drawing = [
  { shape: box(1, 3, 15, 13), colour: RED },
  { shape: box(2, 4, 14, 12), colour: PINK },
  { shape: stroke(2, [5.4, 5.4], [10.6, 10.6]), colour: INK },
  { shape: stroke(2, [10.6, 5.4], [5.4, 10.6]), colour: INK },
];

const GRID = 16;
const SAMPLES = 8;

/** The drawing at that many pixels, as PNG with transparency. */
function png(drawing: Drawing, size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) rows.set(pixel(drawing, x, y, GRID / size), y * (size * 4 + 1) + 1 + x * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function pixel(drawing: Drawing, x: number, y: number, unit: number): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const sx = (x + ((sample % SAMPLES) + 0.5) / SAMPLES) * unit;
    const sy = (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * unit;
    const top = drawing.findLast(({ shape }) => shape(sx, sy));
    if (!top) continue;
    covered++;
    top.colour.forEach((value, channel) => (sum[channel]! += value));
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / covered)), Math.round((255 * covered) / (SAMPLES * SAMPLES))];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(8);
  framed.writeUInt32BE(data.length, 0);
  framed.writeUInt32BE(checksum(named), 4);
  return Buffer.concat([framed.subarray(0, 4), named, framed.subarray(4)]);
}

/** CRC-32 as PNG uses it. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * Sizes: what a manifest needs (16, 32, 80 for buttons; 32 and 64 for the add-in) and what Office asks for at higher
 * resolutions.
 */
const ICONS: readonly (readonly [string, Drawing, readonly number[]])[] = [
  ["icon", CHECK, [16, 20, 24, 32, 40, 48, 64, 80, 128]],
  ["pane", PANE, [16, 20, 24, 32, 40, 48, 64, 80]],
  ["clear", CLEAR, [16, 20, 24, 32, 40, 48, 64, 80]],
];

for (const [name, drawing, sizes] of ICONS)
  for (const size of sizes) writeFileSync(join(__dirname, `${name}-${size}.png`), png(drawing, size));
