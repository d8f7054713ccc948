/** Which format reads the fixtures of which extractor, and where we differ from it on purpose. */

/** Folder of the fixtures → the id that `--as` takes. A folder that is not here is of a format that is not read. */
export const EXTRACTOR_FORMATS: Readonly<Record<string, string>> = {
  'javascript/bunlock': 'bun.lock',
  'javascript/packagelockjson': 'package-lock.json',
  'javascript/pnpmlock': 'pnpm-lock.yaml',
  'javascript/yarnlock': 'yarn.lock',
  'python/pdmlock': 'pdm.lock',
  'python/pipfilelock': 'Pipfile.lock',
  'python/poetrylock': 'poetry.lock',
  'python/pylock': 'pylock.toml',
  'python/requirements': 'requirements.txt',
  'python/uvlock': 'uv.lock',
}

/** Fixture → why our packages are others than the extractor's. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'python/requirements/testdata/example.txt':
    'pandas stands in a file that -r names and that is not among the fixtures: we tell that it is not there',
}
