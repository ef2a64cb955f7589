import { Deflate } from "fflate";
import type { Steps } from "../../../engine/steps";
import { within } from "../../../engine/steps";
import type { Archive, ArchiveEntry } from "./archive";
import { crc32 } from "./crc32";

/** What becomes of the entries of an archive: entries not named stay as they are; `null` takes one out. */
export type EntryChanges = ReadonlyMap<string, Uint8Array | null>;

/** MS-DOS date of 1980-01-01: new entries carry no clock, so that the same edits give the same file. */
const DOS_DATE = 0x0021;

interface Written {
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

/**
 * A new archive in which every entry that `changes` does not name is copied as it stands, compressed bytes, headers
 * and order included; changed entries keep their place, new ones come last. In steps.
 */
export function* rewriteArchiveInSteps(archive: Archive, changes: EntryChanges): Steps<Uint8Array> {
  const known = new Set(archive.entries.map(({ name }) => name));
  const added = [...changes.keys()].filter((name) => !known.has(name));
  const written: Written[] = [];
  const all = archive.entries.length + added.length;
  for (const [at, entry] of [...archive.entries, ...added].entries()) {
    const name = typeof entry === "string" ? entry : entry.name;
    const change = changes.get(name);
    if (change) written.push(yield* within(at / all, (at + 1) / all, fresh(name, change)));
    else if (change === undefined && typeof entry !== "string") written.push(copied(archive, entry));
  }
  return assemble(written);
}

function copied(archive: Archive, entry: ArchiveEntry): Written {
  const local = archive.bytes.subarray(entry.localStart, entry.localEnd);
  const wide = new DataView(entry.record.buffer, entry.record.byteOffset, 46);
  const needsWide = [20, 24, 42].some((at) => wide.getUint32(at, true) === 0xffffffff);
  return { local, record: needsWide ? narrowRecord(entry) : new Uint8Array(entry.record) };
}

/** A central record without ZIP64 fields: the sizes are within 32 bits, by the limits on what is opened. */
function narrowRecord(entry: ArchiveEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const record = new Uint8Array(46 + name.length);
  record.set(entry.record.subarray(0, 46));
  const view = new DataView(record.buffer);
  view.setUint32(20, entry.compressedSize, true);
  view.setUint32(24, entry.size, true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, 0, true);
  view.setUint16(32, 0, true);
  record.set(name, 46);
  return record;
}

/** Bytes that are deflated, and whose checksum is worked out, at a time. */
const DEFLATED_AT_ONCE = 128 * 1024;

function* fresh(entryName: string, bytes: Uint8Array): Steps<Written> {
  const name = new TextEncoder().encode(entryName);
  const { data, checksum } = yield* deflated(bytes);
  const local = new Uint8Array(30 + name.length + data.length);
  const record = new Uint8Array(46 + name.length);
  const localView = new DataView(local.buffer);
  const recordView = new DataView(record.buffer);
  localView.setUint32(0, 0x04034b50, true);
  recordView.setUint32(0, 0x02014b50, true);
  recordView.setUint16(4, 20, true);
  // The fields that both headers share, from "version needed" to "name length".
  for (const [view, at] of [
    [localView, 4],
    [recordView, 6],
  ] as const) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint16(at + 4, 8, true);
    view.setUint16(at + 8, DOS_DATE, true);
    view.setUint32(at + 10, checksum, true);
    view.setUint32(at + 14, data.length, true);
    view.setUint32(at + 18, bytes.length, true);
    view.setUint16(at + 22, name.length, true);
  }
  local.set(name, 30);
  local.set(data, 30 + name.length);
  record.set(name, 46);
  return { local, record };
}

function* deflated(bytes: Uint8Array): Steps<{ data: Uint8Array; checksum: number }> {
  const chunks: Uint8Array[] = [];
  const deflater = new Deflate({ level: 6 }, (chunk) => chunks.push(chunk));
  let checksum = 0;
  for (let at = 0; at === 0 || at < bytes.length; at += DEFLATED_AT_ONCE) {
    const part = bytes.subarray(at, at + DEFLATED_AT_ONCE);
    checksum = crc32(part, checksum);
    deflater.push(part, at + DEFLATED_AT_ONCE >= bytes.length);
    yield at / bytes.length;
  }
  const data = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const chunk of chunks) {
    data.set(chunk, end);
    end += chunk.length;
  }
  return { data, checksum };
}

function assemble(written: readonly Written[]): Uint8Array {
  const localSize = written.reduce((sum, { local }) => sum + local.length, 0);
  const directorySize = written.reduce((sum, { record }) => sum + record.length, 0);
  const out = new Uint8Array(localSize + directorySize + 22);
  let at = 0;
  let directoryAt = localSize;
  for (const { local, record } of written) {
    out.set(local, at);
    new DataView(record.buffer, record.byteOffset, record.byteLength).setUint32(42, at, true);
    out.set(record, directoryAt);
    at += local.length;
    directoryAt += record.length;
  }
  const end = new DataView(out.buffer, localSize + directorySize);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, written.length, true);
  end.setUint16(10, written.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, localSize, true);
  return out;
}
