const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/base/secret.ts
const { inspect } = process.getBuiltinModule("node:util");
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The one way to the value; a reviewer can search for it. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "[secret]";
  }
  toJSON() {
    return "[secret]";
  }
  [inspect.custom]() {
    return "[secret]";
  }
};

export {
  Secret
};
