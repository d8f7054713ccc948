const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_APPROVAL_LIFETIME,
  DEFAULT_MAX_LEASE,
  MAX_ENVIRONMENTS_BYTES,
  environmentsSchema,
  findEnvironment,
  parseEnvironments
} from "./chunk-KCYH6XOB.js";
import "./chunk-H6OXEYVP.js";
import "./chunk-ZZPR3U3W.js";
import "./chunk-AM3LEDOC.js";
import "./chunk-RGRQYRL2.js";
import "./chunk-D6EZW4BP.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-FD25I6NK.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-DSLK22FF.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  DEFAULT_APPROVAL_LIFETIME,
  DEFAULT_MAX_LEASE,
  MAX_ENVIRONMENTS_BYTES,
  environmentsSchema,
  findEnvironment,
  parseEnvironments
};
