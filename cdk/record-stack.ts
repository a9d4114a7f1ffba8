import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  type ITable,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { tableShape } from '../functions/store/table.ts'

export interface RecordStackProps extends StackProps {
  tableName: string
  /** A table that the record was put back into (docs/runbook.md), which everything uses instead. */
  restored: { tableName: string; tableStreamArn: string } | undefined
}

/** The record: the one table (design §3), which outlives every stack. */
export class RecordStack extends Stack {
  readonly table: ITable

  constructor(scope: Construct, id: string, props: RecordStackProps) {
    super(scope, id, props)
    const table = new Table(this, 'Record', {
      tableName: props.tableName,
      partitionKey: { name: tableShape.partitionKey, type: AttributeType.STRING },
      sortKey: { name: tableShape.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode[tableShape.billing],
      stream: StreamViewType[tableShape.stream],
      timeToLiveAttribute: tableShape.timeToLiveAttribute,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    this.table = props.restored ? Table.fromTableAttributes(this, 'Restored', props.restored) : (table as ITable)
    // The consumer stops reading it when the record was put back into another table: an export in use cannot go.
    if (table.tableStreamArn !== undefined) this.exportValue(table.tableStreamArn)
  }
}
