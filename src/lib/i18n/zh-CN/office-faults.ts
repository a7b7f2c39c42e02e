/** What is wrong with an account or a setting, beside the field. `values` are numbers and names it mentions. */
type Values = Readonly<Record<string, string>>;

export const faults = {
  account: {
    required: () => '请填写或选择此项。',
    'too-short': ({ min }: Values) => (min ? `太短，至少${min}个字符。` : '太短。'),
    'too-long': ({ max }: Values) => (max ? `太长，最多${max}个字符。` : '太长。'),
    'wrong-form': () => '含有不能使用的字符。',
    taken: () => '这个用户名已被使用。',
    'unknown-post': () => '没有这个岗位。',
    'posts-do-not-combine': () =>
      '这些岗位不能由一人兼任：系统管理员、审计员不兼任何岗位，县级岗位与市级岗位不能互兼。',
    'county-required': () => '县级岗位须选择所属县（市、区）。',
    'county-not-allowed': () => '市级岗位、系统管理员和审计员不选县（市、区）。',
    'unknown-county': () => '没有这个县（市、区）。',
    'common-password': () => '这是常见密码，容易被猜中，请换一个。',
    'contains-username': () => '密码不能包含用户名。',
    'not-complex': ({ classes = '3' }: Values) =>
      `密码须包含大写字母、小写字母、数字、符号中的至少${classes}类。`,
    'used-before': () => '这个密码近期用过，请换一个。',
    'wrong-password': () => '密码不正确。',
    'wrong-code': () => '验证码不正确，或者已经过期。',
    'last-administrator': () => '这是唯一可用的系统管理员，不能停用或改岗。',
    'own-account': () => '不能对自己的账号做此操作，请由另一位系统管理员办理。',
  },
  /** Of a username; of a name the general word is enough. */
  usernameForm:
    '用户名只能用汉字、英文字母、数字；点、下划线和连字符只能用在中间，不能放在开头或结尾。',
  setting: {
    required: () => '请填写此项。',
    'not-a-number': () => '请填写整数。',
    'too-small': ({ least }: Values) => (least ? `不能小于${least}。` : '数值太小。'),
    'too-large': ({ most }: Values) => (most ? `不能大于${most}。` : '数值太大。'),
    unknown: () => '没有这个选项。',
  },
};
