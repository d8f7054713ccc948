const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  findClearance,
  readVex
} from "./chunk-HQYAYDP4.js";
import "./chunk-V4FLFHNQ.js";
import "./chunk-4OPHEIUR.js";
import "./chunk-2GU6MN6W.js";
import "./chunk-JVA5PSN3.js";
import "./chunk-KVLHJTJD.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  findClearance,
  readVex
};
