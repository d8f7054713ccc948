const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  createSha256
} from "./chunk-MGJ2JUMM.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";

// src/verbs/artifact-file.ts
const { open } = process.getBuiltinModule("node:fs/promises");
var CHUNK_BYTES = 1024 * 1024;
async function measureArtifact(path) {
  let file;
  try {
    file = await open(path, "r");
    if (!(await file.stat()).isFile()) throw new Error("not a regular file");
    const hash = createSha256();
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let size = 0;
    for (; ; ) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length);
      if (bytesRead === 0) return { digest: new Uint8Array(hash.digest()), size };
      hash.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
    }
  } catch (cause) {
    throw new SallyportError("FILE_UNREADABLE", {
      message: `${path}: ${messageOf(cause)}`,
      place: { file: path },
      cause
    });
  } finally {
    await file?.close();
  }
}
function mediaTypeOf(name) {
  const endings = {
    ".tar.gz": "application/gzip",
    ".tgz": "application/gzip",
    ".tar.zst": "application/zstd",
    ".tar": "application/x-tar",
    ".zip": "application/zip"
  };
  const found = Object.entries(endings).find(([ending]) => name.endsWith(ending));
  return found?.[1] ?? "application/octet-stream";
}

export {
  measureArtifact,
  mediaTypeOf
};
