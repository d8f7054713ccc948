/** Small, whole bills of materials in the syntaxes that are not JSON. */
export const CYCLONEDX_XML = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1">
  <metadata><component type="application" bom-ref="app"><name>app</name></component></metadata>
  <components>
    <component type="library" bom-ref="a"><name>a</name><version>1.0.0</version>
      <licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/a@1.0.0</purl>
      <components><component type="library" bom-ref="b"><name>b</name><purl>pkg:npm/b@2.0.0</purl></component></components>
    </component>
    <component type="library"><name>unknown</name></component>
  </components>
  <dependencies>
    <dependency ref="app"><dependency ref="a"/></dependency>
    <dependency ref="a"><dependency ref="b"/></dependency>
  </dependencies>
</bom>`

export const SPDX_TAG_VALUE = `SPDXVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
DocumentName: x
PackageName: app
SPDXID: SPDXRef-app
PackageName: a
SPDXID: SPDXRef-a
PackageVersion: 1.0.0
PackageDescription: <text>several
PackageName: not a package
lines</text>
PackageLicenseConcluded: MIT
ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1.0.0
FileName: ./x.js
SPDXID: SPDXRef-file
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app
Relationship: SPDXRef-app DEPENDS_ON SPDXRef-a
`

export const SPDX_RDF = `<rdf:RDF xmlns:spdx="http://spdx.org/rdf/terms#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<spdx:SpdxDocument rdf:about="http://x#SPDXRef-DOCUMENT"><spdx:specVersion>SPDX-2.3</spdx:specVersion>
<spdx:relationship><spdx:Relationship>
<spdx:relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_describes"/>
<spdx:relatedSpdxElement><spdx:Package rdf:about="http://x#SPDXRef-app"><spdx:name>app</spdx:name>
<spdx:relationship><spdx:Relationship>
<spdx:relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_dependsOn"/>
<spdx:relatedSpdxElement rdf:resource="http://x#SPDXRef-a"/></spdx:Relationship></spdx:relationship>
</spdx:Package></spdx:relatedSpdxElement></spdx:Relationship></spdx:relationship>
</spdx:SpdxDocument>
<spdx:Package rdf:about="http://x#SPDXRef-a">
<spdx:licenseConcluded rdf:resource="http://spdx.org/licenses/MIT"/>
<spdx:externalRef><spdx:ExternalRef><spdx:referenceType rdf:resource="http://spdx.org/rdf/references/purl"/>
<spdx:referenceLocator>pkg:npm/a@1.0.0</spdx:referenceLocator></spdx:ExternalRef></spdx:externalRef>
</spdx:Package></rdf:RDF>`
