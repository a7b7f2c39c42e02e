/** Signing in, the password, the second factor, the own account. */
import type { OfficeWords } from '../zh-CN/office.ts';

export const access: OfficeWords['access'] = {
  signIn: 'Sign in',
  signInIntro:
    'For those who report, approve, administer and audit. If you have no account, ask the administrator.',
  username: 'Username',
  password: 'Password',
  wrong: 'The username or the password is wrong.',
  wait: (time) => `Too many attempts. Please try again in ${time}.`,
  wantUsername: 'Enter your username.',
  wantPassword: 'Enter your password.',
  signedOut: 'You are signed out.',
  goesOn: 'After signing in you come back to the page you were on.',

  secondFactor: 'Second factor',
  secondFactorIntro: 'Open the authenticator app on your phone and enter the six digits it shows.',
  code: 'Code',
  codeHint: 'Six digits, new every 30 seconds',
  recovery: 'Use a recovery code',
  recoveryIntro:
    'Without your phone you can sign in with a recovery code, saved when you set up the second factor. Each works once.',
  recoveryCode: 'Recovery code',
  useApp: 'Use the authenticator app',
  confirm: 'Confirm',
  wrongCode: 'The code is wrong or has expired. Enter the digits shown now.',
  wrongRecoveryCode: 'The recovery code is wrong or has been used.',
  expired: 'Signing in took too long. Please start again.',
  wantCode: 'Enter the code.',

  setUp: 'Create the first administrator',
  setUpIntro:
    'This page works once. The administrator keeps accounts and settings and can neither report nor approve; the accounts of those who report, approve and audit are made by the administrator next.',
  setUpDone: 'Create and go on',
  name: 'Name',
  nameHint: 'Shown on approvals and in the audit log',
  usernameHint:
    'For signing in, 2 to 30 characters: Chinese characters, the letters a–z (capitals make no difference), digits, with full stops, underscores and hyphens between them',
  repeatPassword: 'The password again',
  notRepeated: 'The two passwords differ.',
  passwordRule: ({ minLength, classes }) =>
    `At least ${minLength} characters` +
    (classes > 1
      ? `, of at least ${classes} of these kinds: capitals, small letters, digits, signs`
      : '') +
    '; no common password, and not with the username in it',

  changePassword: 'Change password',
  mustChange:
    'After a first sign-in or a reset, or when the password has become too old, set a new one first.',
  currentPassword: 'Present password',
  newPassword: 'New password',
  passwordChanged: 'The password is changed. Your sessions on other devices have ended.',
  goToWork: 'Begin',

  ownAccount: 'My account',
  ownAccountSummary: 'Account',
  county: 'County',
  wholePrefecture: 'Whole prefecture',
  postsLabel: 'Posts',
  sessions: 'Where you are signed in',
  sessionsIntro: 'End a session you do not recognise at once, and change your password.',
  thisSession: 'this device',
  startedAt: 'Signed in',
  lastSeenAt: 'Last used',
  address: 'Network address',
  device: 'Device',
  unknown: 'unknown',
  endSession: 'End',
  endThat: (device) => `End the session on ${device}`,
  endOthers: 'End all others',
  sessionEnded: 'The session has ended.',
  othersEnded: 'All other sessions have ended.',
  noOthers: 'There are no other sessions.',

  hasSecondFactor: 'The second factor is on.',
  hasNoSecondFactor:
    'The second factor is off. With it, signing in asks for a code from your phone beside the password.',
  mustHaveSecondFactor: 'Your post needs a second factor. Set it up to go on.',
  setUpSecondFactor: 'Set up the second factor',
  renewSecondFactor: 'Change phone or recovery codes',
  beginText: 'Enter your password to show that it is you.',
  begin: 'Next',
  stepScan: 'First: scan with the authenticator app',
  scanText: 'Open any authenticator app for time-based codes (TOTP) and scan this QR code.',
  qrCode: 'QR code for the second factor',
  secret: 'If you cannot scan, type this key into the app',
  openApp: 'Open in the authenticator app of this device',
  stepRecovery: 'Second: keep the recovery codes',
  recoveryText:
    'The recovery codes are shown only now. Copy or print them and keep them safe, not on the phone. They let you in when the phone is lost.',
  printHint: 'You can print this page from the browser.',
  stepCode: 'Third: enter the code the app shows',
  finish: 'Turn on',
  secondFactorOn: 'The second factor is on.',
};
