const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/tunnel/wireguard/aead.ts
var TAG_SIZE = 16;
var SCRATCH_SIZE = 65536 + 2 * TAG_SIZE;
var scratches = /* @__PURE__ */ new WeakMap();
function scratchOf(aead) {
  const known = scratches.get(aead);
  if (known) return known;
  const made = { incoming: aead.allocate(SCRATCH_SIZE), outgoing: aead.allocate(SCRATCH_SIZE) };
  scratches.set(aead, made);
  return made;
}
function sealBytes(aead, key, low, high, plaintext) {
  const arena = scratchOf(aead).outgoing;
  arena.bytes.set(plaintext);
  key.seal(low, high, arena, 0, plaintext.length);
  return new Uint8Array(arena.bytes.subarray(0, plaintext.length + TAG_SIZE));
}
function openBytes(aead, key, low, high, sealed) {
  const arena = scratchOf(aead).incoming;
  if (sealed.length > arena.bytes.length) return void 0;
  arena.bytes.set(sealed);
  if (!key.open(low, high, arena, 0, sealed.length)) return void 0;
  return new Uint8Array(arena.bytes.subarray(0, sealed.length - TAG_SIZE));
}

export {
  TAG_SIZE,
  scratchOf,
  sealBytes,
  openBytes
};
