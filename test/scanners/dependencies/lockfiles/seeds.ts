/** One small, whole file for each format that is read here: what fuzzing and hostile tests start from. */
export const SEEDS: Readonly<Record<string, string>> = {
  'package-lock.json':
    '{"name": "x", "lockfileVersion": 3, "packages": {"": {"dependencies": {"a": "^1.0.0"}, "workspaces": ["w"]}, "node_modules/a": {"version": "1.0.1", "resolved": "https://r.example/a.tgz", "integrity": "sha512-AA==", "license": "MIT", "dependencies": {"b": "2"}}, "node_modules/a/node_modules/b": {"version": "2.0.0", "resolved": "git+ssh://git@h.example/b.git#c0ffee", "dev": true, "hasInstallScript": true}, "node_modules/w": {"resolved": "w", "link": true}, "w": {"version": "0.0.0"}}, "dependencies": {"a": {"version": "1.0.1", "requires": {"b": "2"}, "dependencies": {"b": {"version": "npm:c@2.0.0", "bundled": true, "optional": true}}}}}',
  'conan.lock':
    '{"version": "0.4", "graph_lock": {"nodes": {"0": {"path": "c.txt", "requires": ["1"]}, "1": {"ref": "zlib/1.2#a", "build_requires": ["2"]}, "2": {"pref": "b/2:3#4"}}}}',
  'Package.resolved':
    '{"version": 2, "pins": [{"identity": "a", "kind": "remoteSourceControl", "location": "https://h.example/o/a.git", "state": {"revision": "b1", "version": "1.0.0"}}]}',
  'packages.lock.json':
    '{"version": 1, "dependencies": {"net6.0": {"A": {"type": "Direct", "resolved": "1.0.0", "contentHash": "x", "dependencies": {"B": "1.0"}}, "B": {"type": "Transitive", "resolved": "1.2"}}}}',
  'gradle.lockfile': '# x\na.b:c:1.0=compileClasspath,testRuntimeClasspath\nempty=x\n',
  'buildscript-gradle.lockfile': 'a.b:c:1.0=classpath\nempty=\n',
  'mix.lock':
    '%{\n  "a": {:hex, :a, "1.0", "f2", [:mix], [{:b, "~> 1.0", [hex: :b, repo: "hexpm", optional: false]}], "hexpm", "23"},\n  "b": {:git, "https://h.example/b.git", "fc94", [branch: "x"]},\n}\n',
  'pubspec.lock':
    'packages:\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      url: "https://pub.example"\n    source: hosted\n    version: "1.0"\n',
  'pom.xml':
    '<project><properties><v>1</v></properties><dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>2</version></dependency></dependencies></dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}.[1,2)</version></dependency></dependencies></project>',
  'verification-metadata.xml':
    '<verification-metadata><components><component group="g" name="a" version="1"><artifact name="x"><sha256 value="1"/></artifact></component></components></verification-metadata>',
  'libs.versions.toml':
    '[versions]\nv = { strictly = "1.0" }\n[libraries]\na = "g:a:1.0"\nb = { module = "g:b", version.ref = "v" }\n[plugins]\np = "i.d:1.0"\n',
  'build.sbt.lock':
    '{"lockVersion": 1, "dependencies": [{"org": "o", "name": "n", "version": "1", "artifacts": [{"hash": "sha1:0"}], "configurations": ["compile"]}]}',
  'packages.config':
    '<?xml version="1.0"?><packages><package id="A" version="1.0" developmentDependency="true"/></packages>',
  'Directory.Packages.props':
    '<Project><PropertyGroup><V>1.0</V></PropertyGroup><ItemGroup><PackageVersion Include="A" Version="$(V)"/></ItemGroup></Project>',
  csproj: '<Project><ItemGroup><PackageReference Include="A" Version="[1.0,2.0)"/></ItemGroup></Project>',
  'deps.json':
    '{"targets": {"n": {"App/1": {"dependencies": {"A": "1"}}, "A/1": {}}}, "libraries": {"App/1": {"type": "project"}, "A/1": {"type": "package", "sha512": "x"}}}',
  'project.assets.json':
    '{"targets": {"n": {"A/1": {}}}, "libraries": {"A/1": {"type": "package"}}, "projectFileDependencyGroups": {"n": ["A >= 1"]}}',
  'paket.lock':
    'STORAGE: NONE\nNUGET\n  remote: https://x.example\n    A (1.0)\n      B (>= 1.0)\n    B (1.1)\n\nGROUP Test\nGITHUB\n  remote: o/r\n    f.fs (ab)\n',
  'paket.dependencies': 'source https://x.example\nnuget A 1.0\ngroup Test\n  nuget B ~> 2.0\n',
  'cabal.project.freeze': 'constraints: any.A ==1.0,\n             any.b ==2.1 || ==2.2,\nindex-state: x\n',
  'stack.yaml.lock':
    'packages:\n- completed:\n    hackage: a-b-1.0.1@sha256:3c,23\n  original:\n    hackage: a-b-1.0.1\nsnapshots: []\n',
  'Manifest.toml':
    'manifest_format = "2.0"\n\n[[deps.A]]\ndeps = ["B"]\nuuid = "1"\nversion = "1.0"\n\n[[deps.B]]\npath = "../B"\nuuid = "2"\n',
  'renv.lock':
    '{"R": {}, "Packages": {"a": {"Package": "a", "Version": "1.0", "Source": "Repository", "Requirements": ["b"]}, "b": {"Version": "2", "Source": "GitHub", "RemoteUsername": "u"}}}',
  'Podfile.lock':
    'PODS:\n  - A (1.0):\n    - B/Core (= 2)\n  - B/Core (2)\n\nDEPENDENCIES:\n  - A\n\nEXTERNAL SOURCES:\n  B:\n    :git: https://h.example/b\n',
  'manifest.toml':
    'packages = [\n  { name = "a", version = "1.0", requirements = ["b"], source = "hex", outer_checksum = "BA" },\n]\n\n[requirements]\na = { version = "~> 1.0" }\n',
  'gleam.toml': 'name = "x"\n[dependencies]\na = ">= 1.0"\nb = { git = "https://h.example/b", ref = "x" }\n',
  'rebar.lock':
    '{"1.2.0",\n[{<<"a">>,{pkg,<<"a">>,<<"1.0">>},0},\n {<<"b">>,{git,"https://h.example/b",{ref,"a9"}},1}]}.\n[\n{pkg_hash,[{<<"a">>, <<"86">>}]}\n].\n',
  'nimble.lock':
    '{"version": 2, "packages": {"a": {"version": "1.0", "vcsRevision": "f1", "url": "https://h.example/a", "dependencies": ["b"], "checksums": {"sha1": "f"}}, "b": {"version": "2"}}}',
  'cpanfile.snapshot':
    '# carton snapshot format: version 1.0\nDISTRIBUTIONS\n  A-B-0.1\n    pathname: x\n    provides:\n      A::B 0.1\n    requirements:\n      perl 5\n',
  'luarocks.lock': 'return {\n   dependencies = {\n      a = "1.0-1",\n      ["b"] = \'2\' -- x\n   }\n}\n',
  'opam.locked':
    'opam-version: "2.0"\ndepends: [\n  "a" {= "1.0" & with-test} # x\n]\npin-depends: [["a.1.0" "git+https://h.example/a#b"]]\n',
  'package.json':
    '{"name": "@s/a", "version": "1.0.0", "license": {"type": "MIT"}, "dependencies": {"b": "^1.0.0"}, "engines": {"node": ">=20"}}',
  'deno.json':
    '{"name": "@s/x", "imports": {"a": "npm:a@^1.0.0", "b": "npm:/@s/b@~2.1/sub", "c": "jsr:@std/c@1", "d": "https://h.example/d.ts"}}',
  'deno-source':
    "import a from 'npm:a@^1.0.0' // from 'npm:no@1'\nexport * from \"jsr:@s/b@2\"\nconst c = await import(\n  'https://esm.sh/@s/c@3.0.0/x.js')\n",
  'pyproject.toml':
    '[project]\nname = "x"\ndependencies = [\n  "A.b[extra]>=1.0,<2; python_version >= \'3.8\'",\n  "c @ https://h.example/c.whl",\n]\n[project.optional-dependencies]\ntest = ["d==1.0.post1"]\n[dependency-groups]\ndev = ["e~=2.0", {include-group = "f"}]\n',
  'setup.py':
    "from setuptools import setup\n# 'no>=1'\nsetup(name='x', install_requires=['a>=1.0', \"b[c]==2.0; python_version<'3'\"])\n",
  METADATA:
    'Metadata-Version: 2.1\nName: a\nVersion: 1.0.0\nLicense: MIT\nClassifier: License :: OSI Approved :: MIT License\nDescription: one\n   two\nRequires-Dist: b>=1\n\nText: no field\n',
  'conda-meta':
    '{"name": "a", "version": "1.0", "build": "py_0", "license": "BSD-3-Clause", "depends": ["b >=1"]}',
  'Cargo.toml':
    '[package]\nname = "x"\nversion = "0.1.0"\n\n[dependencies]\na = "1.0"\nb = { version = "=2.0.1", features = ["c"], package = "real" }\nc = { git = "https://h.example/c", tag = "v1" }\nd.version = "3"\n',
  gemspec:
    "# -*- x -*-\nGem::Specification.new do |spec|\n  spec.name = 'a'\n  spec.version = '1.0.0'.freeze\n  spec.licenses = ['MIT', \"Ruby\"]\n  spec.add_dependency 'b', '~> 1.0'\nend\n",
  'Project.toml': 'name = "A"\nuuid = "1"\nversion = "1.0.0"\n\n[deps]\nB = "2"\n\n[compat]\nB = "1, 2"\n',
  'META.json':
    '{"name": "A-B", "version": "v1.2.3", "license": ["perl_5"], "prereqs": {"runtime": {"requires": {"C::D": "0"}}}}',
}
