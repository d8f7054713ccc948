/** Which format reads the fixtures of which extractor, and where we differ from it on purpose. */

/** Folder of the fixtures → the id that `--as` takes. */
export const EXTRACTOR_FORMATS: Readonly<Record<string, string>> = {
  'cpp/conanlock': 'conan.lock',
  'dart/pubspec': 'pubspec.lock',
  'dotnet/csproj': 'csproj',
  'dotnet/dotnetpe': 'dotnet-pe',
  'dotnet/nugetcpm': 'Directory.Packages.props',
  'dotnet/packagesconfig': 'packages.config',
  'dotnet/paketdependencies': 'paket.dependencies',
  'dotnet/paketlock': 'paket.lock',
  'elixir/mixlock': 'mix.lock',
  'erlang/mixlock': 'mix.lock',
  'gleam/gleamtoml': 'gleam.toml',
  'haskell/cabal': 'cabal.project.freeze',
  'haskell/stacklock': 'stack.yaml.lock',
  'java/gradlelockfile': 'gradle.lockfile',
  'java/gradleverificationmetadataxml': 'verification-metadata.xml',
  'java/pomxml': 'pom.xml',
  'julia/manifesttoml': 'Manifest.toml',
  'r/renvlock': 'renv.lock',
  'swift/packageresolved': 'Package.resolved',
  'swift/podfilelock': 'Podfile.lock',
  'golang/gomod': 'go.mod',
  'golang/vendormodules': 'vendor/modules.txt',
  'javascript/bunlock': 'bun.lock',
  'javascript/packagelockjson': 'package-lock.json',
  'javascript/pnpmlock': 'pnpm-lock.yaml',
  'javascript/yarnlock': 'yarn.lock',
  'php/composerlock': 'composer.lock',
  'python/pdmlock': 'pdm.lock',
  'python/pipfilelock': 'Pipfile.lock',
  'python/poetrylock': 'poetry.lock',
  'python/pylock': 'pylock.toml',
  'python/requirements': 'requirements.txt',
  'python/uvlock': 'uv.lock',
  'ruby/gemfilelock': 'Gemfile.lock',
  'rust/cargolock': 'Cargo.lock',
  'golang/gobinary': 'go-binary',
  'javascript/vsix': 'vsix',
  'rust/cargoauditable': 'cargo-auditable',
  'javascript/denojson': 'deno.json',
  'javascript/denotssource': 'deno-source',
  'javascript/packagejson': 'package.json',
  'julia/projecttoml': 'Project.toml',
  'perl/cpan': 'META.json',
  'python/condameta': 'conda-meta',
  'python/pyprojecttoml': 'pyproject.toml',
  'python/setup': 'setup.py',
  'python/wheelegg': 'METADATA',
  'ruby/gemspec': 'gemspec',
  'rust/cargotoml': 'Cargo.toml',
  'sbom/cdx': 'cyclonedx',
  'sbom/spdx': 'spdx',
}

const REQUIRED_FILE = 'its version stands in a file that it requires and that is not among the fixtures'
const MAVEN_NAME =
  'advisories name a Maven package by group and artifact, log4j:log4j, not by the artifact alone'

/** Fixture → why our packages are others than the extractor's. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'r/renvlock/testdata/with-bioconductor.lock':
    'Bioconductor is an ecosystem of OSV, and its packages are used',
  'r/renvlock/testdata/with-mixed-sources.lock':
    'a package from git is used as well; its source keeps it from being matched as CRAN’s',
  'r/renvlock/testdata/without-repository.lock':
    'a package of unknown origin is used as well; its source keeps it from being matched as CRAN’s',
  'python/requirements/testdata/example.txt':
    'pandas stands in a file that -r names and that is not among the fixtures: we tell that it is not there',
  'perl/cpan/testdata/META_correct1.yml': 'it is valid YAML, and names ExtUtils-Helpers 0.028',
  'ruby/gemspec/testdata/version_constant/version_constant.gemspec': REQUIRED_FILE,
  'ruby/gemspec/testdata/version_constant_class/version_constant_class.gemspec': REQUIRED_FILE,
  'ruby/gemspec/testdata/version_constant_expand/version_constant_expand.gemspec': REQUIRED_FILE,
  'sbom/spdx/testdata/ancestor_of.spdx.json': MAVEN_NAME,
  'sbom/spdx/testdata/overlapping_refs.spdx.json': MAVEN_NAME,
}
