/** What is wrong with an account or a setting, beside the field. `values` are numbers and names it mentions. */
import type { OfficeWords } from '../zh-CN/office.ts';

export const faults: OfficeWords['faults'] = {
  account: {
    required: () => 'Fill in or choose this.',
    'too-short': ({ min }) => (min ? `Too short: at least ${min} characters.` : 'Too short.'),
    'too-long': ({ max }) => (max ? `Too long: at most ${max} characters.` : 'Too long.'),
    'wrong-form': () => 'There are characters in it that cannot be used.',
    taken: () => 'This username is taken.',
    'unknown-post': () => 'There is no such post.',
    'posts-do-not-combine': () =>
      'One person cannot hold these posts together: administrator and auditor combine with nothing, county posts not with city posts.',
    'county-required': () => 'A county post needs a county.',
    'county-not-allowed': () => 'City posts, administrator and auditor have no county.',
    'unknown-county': () => 'There is no such county.',
    'common-password': () => 'This password is common and easily guessed. Choose another.',
    'contains-username': () => 'The password must not contain the username.',
    'not-complex': ({ classes = '3' }) =>
      `The password needs at least ${classes} of: capital letters, small letters, digits, symbols.`,
    'used-before': () => 'This password was used recently. Choose another.',
    'wrong-password': () => 'The password is wrong.',
    'wrong-code': () => 'The code is wrong or has expired.',
    'last-administrator': () =>
      'This is the only administrator who can sign in: the account cannot be disabled or given another post.',
    'own-account': () => 'You cannot do this to your own account. Ask another administrator.',
  },
  usernameForm:
    'A username has letters, digits and Chinese characters, with full stops, underscores and hyphens between them.',
  setting: {
    required: () => 'Fill this in.',
    'not-a-number': () => 'Enter a whole number.',
    'too-small': ({ least }) => (least ? `No less than ${least}.` : 'Too small.'),
    'too-large': ({ most }) => (most ? `No more than ${most}.` : 'Too large.'),
    unknown: () => 'There is no such choice.',
  },
};
