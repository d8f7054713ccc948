import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  __commonJS
} from "./chunk-N2CRB7ZG.js";

// lazy-http:node:http
var require_node_http = __commonJS({
  "lazy-http:node:http"(exports, module) {
    module.exports = process.getBuiltinModule("node:http");
  }
});

export {
  require_node_http
};
