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

/** The record: the one table (design §3), which outlives every stack. */
export class RecordStack extends Stack {
  readonly table: ITable

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props)
    const table = new Table(this, 'Record', {
      partitionKey: { name: tableShape.partitionKey, type: AttributeType.STRING },
      sortKey: { name: tableShape.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode[tableShape.billing],
      stream: StreamViewType[tableShape.stream],
      timeToLiveAttribute: tableShape.timeToLiveAttribute,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.table = table as ITable
  }
}
