// @ts-check
/**
 * Messages as bytes: the subprotocol `v1.kernel.websocket.jupyter.org` of Jupyter Server. A frame holds a count of offsets, the offsets
 * (unsigned, 64 bit, little endian), then the channel's name, the four JSON parts of a message, and its binary buffers.
 * Jupyter's older framing is not spoken: Voilà reads every binary frame as this one, and hangs for good on another.
 *
 * @typedef {{channel: string, header: any, parent_header: any, metadata: any, content: any, buffers: DataView[]}} Message
 */
export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

const WORD = 8, PARTS = 5;

/** An id that says nothing about when, where or by whom it was made. @returns {string} */
export const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * A message as one frame.
 * @param {Omit<Message, "buffers">} message
 * @param {(ArrayBuffer | ArrayBufferView)[]} [buffers]
 * @returns {ArrayBuffer}
 */
export function pack({ channel, header, parent_header, metadata, content }, buffers = []) {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(channel), ...[header, parent_header, metadata, content].map((part) => encoder.encode(JSON.stringify(part))), ...buffers.map(bytes)];
  const start = WORD * (parts.length + 2), frame = new Uint8Array(start + parts.reduce((sum, part) => sum + part.byteLength, 0));
  const words = new DataView(frame.buffer);
  words.setBigUint64(0, BigInt(parts.length + 1), true);
  let offset = start;
  parts.forEach((part, at) => {
    words.setBigUint64(WORD * (at + 1), BigInt(offset), true);
    frame.set(part, offset);
    offset += part.byteLength;
  });
  words.setBigUint64(WORD * (parts.length + 1), BigInt(offset), true);
  return frame.buffer;
}

/** @param {ArrayBuffer | ArrayBufferView} buffer */
function bytes(buffer) {
  return ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);
}

/**
 * The message that a frame holds.
 * @param {ArrayBuffer} frame
 * @returns {Message}
 */
export function unpack(frame) {
  const words = new DataView(frame), count = Number(words.getBigUint64(0, true)), decoder = new TextDecoder();
  const offsets = Array.from({ length: count }, (_, at) => Number(words.getBigUint64(WORD * (at + 1), true)));
  const parts = offsets.slice(0, -1).map((offset, at) => new DataView(frame, offset, offsets[at + 1] - offset));
  const [header, parent_header, metadata, content] = parts.slice(1, PARTS).map((part) => JSON.parse(decoder.decode(part)));
  return { channel: decoder.decode(parts[0]), header, parent_header, metadata, content, buffers: parts.slice(PARTS) };
}
