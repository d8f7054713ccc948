const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/base/interruption.ts
var Interruption = class extends Error {
  signal;
  constructor(signal) {
    super(`interrupted by ${signal}`);
    this.name = "Interruption";
    this.signal = signal;
  }
};
var MAX_CAUSES = 16;
function interruptionOf(thrown) {
  let error = thrown;
  for (let depth = 0; depth < MAX_CAUSES && error instanceof Error; depth++) {
    if (error instanceof Interruption) return error;
    error = error.cause;
  }
  return void 0;
}
function unlessAborted(signal, work) {
  const { promise, reject } = Promise.withResolvers();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", stop));
}

export {
  Interruption,
  interruptionOf,
  unlessAborted
};
