/** Every table over one database: the same for both stores. A new table gets a line here. */
import type { Transaction } from '../contract.ts'
import { createDocumentTable } from './document-table.ts'
import { createEdgeTable } from './edge-table.ts'
import { createLeaseTable } from './lease-table.ts'
import { createNodeTable } from './node-table.ts'
import {
  createAccessRulesTable,
  createEnvironmentsTable,
  createLogTable,
  createReceiptTable,
  createSettingTable,
} from './record-tables.ts'
import { createEnrolmentTable, createNonceTable, createTokenTable } from './single-use-tables.ts'
import type { Sql } from './sql.ts'
import { createSubmissionTable } from './submission-table.ts'

export function createTransaction(sql: Sql): Transaction {
  return {
    settings: createSettingTable(sql),
    nodes: createNodeTable(sql),
    leases: createLeaseTable(sql),
    edges: createEdgeTable(sql),
    enrolments: createEnrolmentTable(sql),
    tokens: createTokenTable(sql),
    nonces: createNonceTable(sql),
    submissions: createSubmissionTable(sql),
    receipts: createReceiptTable(sql),
    environments: createEnvironmentsTable(sql),
    accessRules: createAccessRulesTable(sql),
    log: createLogTable(sql),
    documents: createDocumentTable(sql),
  }
}
