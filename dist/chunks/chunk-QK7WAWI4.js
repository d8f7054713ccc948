const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/base/random.ts
function randomUint32(random) {
  const bytes = random.bytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}
function randomBelow(random, bound) {
  const limit = Math.floor(4294967296 / bound) * bound;
  for (; ; ) {
    const value = randomUint32(random);
    if (value < limit) return value % bound;
  }
}

export {
  randomUint32,
  randomBelow
};
