import { refuse } from "../problem";
import { LIMITS } from "./limits";

/** One entry as the central directory declares it. Offsets count from the archive's first byte. */
export interface ArchiveEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** The entry's own bytes: local header, name, extra field, data, data descriptor. */
  readonly localStart: number;
  readonly localEnd: number;
  readonly dataStart: number;
  /** The entry's record in the central directory. */
  readonly record: Uint8Array;
}

/** A zip archive whose directory has been checked and nothing of which has been inflated. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ArchiveEntry[];
  /** By name in lower case: part names are compared without case (ECMA-376 part 2, 6.2.2.3). */
  readonly byName: ReadonlyMap<string, ArchiveEntry>;
}

/** The entry of that name; null where there is none. */
export function findEntry(archive: Archive, name: string): ArchiveEntry | null {
  return archive.byName.get(name.toLowerCase()) ?? null;
}

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const MAX32 = 0xffffffff;

/**
 * Reads the central directory of a zip archive (PKWARE APPNOTE 4.3) and refuses what cannot be a sound workbook: cut
 * off, overlapping, or inflating to far more than it is. Nothing is inflated here.
 * @throws WorkbookFileError truncated, encrypted, archive-bomb, too-large, damaged-part
 */
export function readArchive(bytes: Uint8Array): Archive {
  if (bytes.length > LIMITS.file) refuse({ code: "too-large", bytes: bytes.length, limit: LIMITS.file });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, size } = directory(view);
  if (start + size > bytes.length || count > LIMITS.entries || count * 46 > size) refuse({ code: "truncated" });
  const records = readRecords(bytes, view, start, start + size, count);
  refuseBombs(records, bytes.length);
  const starts = records.map((record) => record.localStart).sort((a, b) => a - b);
  starts.push(start);
  const entries = records.map((record) => place(view, bytes, record, starts));
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  if (byName.size < entries.length) refuse({ code: "damaged-part", part: repeated(entries) });
  return { bytes, entries, byName };
}

function repeated(entries: readonly ArchiveEntry[]): string {
  const seen = new Set<string>();
  return entries.find(({ name }) => seen.size === seen.add(name.toLowerCase()).size)?.name ?? "";
}

interface DirectoryRecord {
  name: string;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  localStart: number;
  record: Uint8Array;
}

function directory(view: DataView): { count: number; start: number; size: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && size !== MAX32 && start !== MAX32) return { count, start, size };
    return directory64(view, at);
  }
  return refuse({ code: "truncated" });
}

function directory64(view: DataView, end: number): { count: number; start: number; size: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR_SIGNATURE) refuse({ code: "truncated" });
  const at = wide(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64_SIGNATURE) refuse({ code: "truncated" });
  return { count: wide(view, at + 32), size: wide(view, at + 40), start: wide(view, at + 48) };
}

/** A 64-bit number; beyond what a file here can be, it only needs to be too large. */
function wide(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) refuse({ code: "truncated" });
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function readRecords(bytes: Uint8Array, view: DataView, start: number, end: number, count: number): DirectoryRecord[] {
  const records: DirectoryRecord[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) refuse({ code: "truncated" });
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) refuse({ code: "truncated" });
    const name = entryName(bytes.subarray(at + 46, at + 46 + nameLength));
    if (view.getUint16(at + 8, true) & 1) refuse({ code: "encrypted" });
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    fillWideSizes(view, at + 46 + nameLength, extraLength, sizes, name);
    records.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: sizes[0]!,
      compressedSize: sizes[1]!,
      localStart: sizes[2]!,
      record: bytes.subarray(at, next),
    });
    at = next;
  }
  return records;
}

/** Part names are ASCII by the standard; some writers use a backslash. */
function entryName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\\/g, "/").replace(/^\/+/, "");
}

/** Sizes of all ones stand in the ZIP64 extra field instead, in this order (APPNOTE 4.5.3). */
function fillWideSizes(view: DataView, extraStart: number, extraLength: number, sizes: number[], part: string): void {
  if (!sizes.includes(MAX32)) return;
  let at = extraStart;
  while (at + 4 <= extraStart + extraLength) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      sizes.forEach((size, index) => {
        if (size !== MAX32) return;
        sizes[index] = wide(view, field);
        field += 8;
      });
      return;
    }
    at += 4 + length;
  }
  refuse({ code: "damaged-part", part });
}

function refuseBombs(records: readonly DirectoryRecord[], fileSize: number): void {
  let declared = 0;
  for (const record of records) {
    declared += record.size;
    if (record.size > LIMITS.entry || declared > LIMITS.total)
      refuse({ code: "archive-bomb", compressed: fileSize, declared: Math.max(declared, record.size) });
  }
  if (declared > LIMITS.ratioFrom && declared > LIMITS.ratio * fileSize)
    refuse({ code: "archive-bomb", compressed: fileSize, declared });
}

/** Finds the entry's bytes; entries that share bytes are how small archives claim to be huge ones. */
function place(view: DataView, bytes: Uint8Array, record: DirectoryRecord, starts: readonly number[]): ArchiveEntry {
  const { localStart, name } = record;
  const localEnd = nextStart(starts, localStart);
  if (localStart + 30 > localEnd || view.getUint32(localStart, true) !== LOCAL_SIGNATURE)
    refuse({ code: "damaged-part", part: name });
  const nameLength = view.getUint16(localStart + 26, true);
  const dataStart = localStart + 30 + nameLength + view.getUint16(localStart + 28, true);
  const sameName = entryName(bytes.subarray(localStart + 30, localStart + 30 + nameLength)) === name;
  if (!sameName || dataStart + record.compressedSize > localEnd) refuse({ code: "damaged-part", part: name });
  if (record.method !== 0 && record.method !== 8) refuse({ code: "unsupported-compression", part: name });
  return { ...record, localEnd, dataStart };
}

function nextStart(sorted: readonly number[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= start) low = middle + 1;
    else high = middle;
  }
  return sorted[low] ?? start;
}
