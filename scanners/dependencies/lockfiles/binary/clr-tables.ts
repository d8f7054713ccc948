/**
 * The tables of .NET metadata (ECMA-335, II.22 and II.24.2.6), as far as the two that name assemblies: where each begins
 * follows from the sizes of all before it.
 */

export const ASSEMBLY = 0x20
export const ASSEMBLY_REF = 0x23

/**
 * Columns by table: `2` and `4` are bytes, `S`, `G` and `B` indices into the heaps, `T` one into a table, by its number
 * in hex, and `C` one into any of several, by the name below.
 */
const COLUMNS: readonly string[] = [
  '2 S G G G',
  'Cscope S S',
  '4 S S Ctype T4 T6',
  'T4',
  '2 S B',
  'T6',
  '4 2 2 S B T8',
  'T8',
  '2 2 S',
  'T2 Ctype',
  'Cparent S B',
  '2 Cconstant B',
  'Cattribute Cctor B',
  'Cmarshal B',
  '2 Csecurity B',
  '2 4 T2',
  '4 T4',
  'B',
  'T2 T14',
  'T14',
  '2 S Ctype',
  'T2 T17',
  'T17',
  '2 S B',
  '2 T6 Csemantics',
  'T2 Cmethod Cmethod',
  'S',
  'B',
  '2 Cforwarded S T1a',
  '4 T4',
  '4 4',
  '4',
  '4 2 2 2 2 4 B S S',
  '4',
  '4 4 4',
  '2 2 2 2 4 B S S B',
]

/** II.24.2.6: the bits of the tag, and the tables that it tells apart. */
type Coded = readonly [bits: number, tables: readonly number[]]

const CODED: Readonly<Record<string, Coded>> = {
  type: [2, [0x02, 0x01, 0x1b]],
  constant: [2, [0x04, 0x08, 0x17]],
  attribute: [
    5,
    [
      0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0a, 0x00, 0x0e, 0x17, 0x14, 0x11, 0x1a, 0x1b, 0x20, 0x23, 0x26,
      0x27, 0x28, 0x2a, 0x2b, 0x2c,
    ],
  ],
  marshal: [1, [0x04, 0x08]],
  security: [2, [0x02, 0x06, 0x20]],
  parent: [3, [0x02, 0x01, 0x1a, 0x06, 0x1b]],
  semantics: [1, [0x14, 0x17]],
  method: [1, [0x06, 0x0a]],
  forwarded: [1, [0x04, 0x06]],
  ctor: [3, [0x06, 0x0a]],
  scope: [2, [0x00, 0x1a, 0x23, 0x01]],
}

export interface HeapSizes {
  /** Bytes of an index into `#Strings`, `#GUID` and `#Blob`. */
  readonly strings: number
  readonly guids: number
  readonly blobs: number
}

/** Bytes of each column of a row. @param rows how many rows each table has, by its number */
export function columnSizes(table: number, rows: readonly number[], heaps: HeapSizes): number[] {
  const rowsOf = (other: number): number => rows[other] ?? 0
  return COLUMNS[table]!.split(' ').map((column) => {
    const rest = column.slice(1)
    switch (column[0]) {
      case 'S':
        return heaps.strings
      case 'G':
        return heaps.guids
      case 'B':
        return heaps.blobs
      case 'T':
        return rowsOf(Number.parseInt(rest, 16)) < 2 ** 16 ? 2 : 4
      case 'C': {
        const [bits, tables] = CODED[rest]!
        return Math.max(...tables.map(rowsOf)) < 2 ** (16 - bits) ? 2 : 4
      }
      default:
        return Number(column)
    }
  })
}
