import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'

export interface SignInStackProps extends StackProps {
  /** Where people come back to, as `https://panels.example.org`. */
  portal: string
  /** Begins the host of the sign-in page. */
  signInPrefix: string
  /** Where invitations and codes come from, and its domain, which SES must have verified. */
  mailFrom: string
  mailDomain: string
}

/** Who people are. Accounts are made by an administrator under the identifier that the register knows (docs/deploy.md). */
export class SignInStack extends Stack {
  readonly issuer: string
  readonly clientId: string

  constructor(scope: Construct, id: string, props: SignInStackProps) {
    super(scope, id, props)
    const { portal, signInPrefix, mailFrom, mailDomain } = props
    const pool = new UserPool(this, 'People', {
      // Its sign-in pages are those of “managed login”, which the plan below it does not have.
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // Only when it is required do the sign-in pages ask people to set it up.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Cognito's own sender has 50 emails a day, from an address that nobody knows.
      email: UserPoolEmail.withSES({
        fromEmail: mailFrom,
        fromName: 'Redesign Panels',
        sesVerifiedDomain: mailDomain,
        sesRegion: this.region,
      }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG3',
        reason: 'Threat protection needs the Plus plan, which is charged per person: a choice of each deployment.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan is charged per person: a choice of each deployment.',
      },
    )
    pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: signInPrefix },
      // The classic pages know no `prompt`: a link in an email could not sign people in without asking.
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    const client = new UserPoolClient(this, 'Portal', {
      userPool: pool,
      // A browser keeps no secret: authorization code with PKCE.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${portal}/signed-in`],
        logoutUrls: [`${portal}/`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    })
    // Left out, AWS would let anybody try passwords and tokens past the sign-in page; CDK has no way to say none.
    const { defaultChild } = client.node
    if (defaultChild instanceof CfnUserPoolClient) defaultChild.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH']
    // Without a style the pages are not shown.
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    this.issuer = pool.userPoolProviderUrl
    this.clientId = client.userPoolClientId
  }
}
