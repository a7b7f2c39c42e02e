/** Instants and sizes as the office writes them: always Beijing time, always to the minute. */

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const grouped = new Intl.NumberFormat('zh-CN');

export const format = {
  /** 2026年11月23日 20:14, from RFC 3339. */
  instant: (at: string) => parts.format(new Date(at)),
  count: (value: number) => grouped.format(value),
  /** A waiting time in whole seconds, rounded up to what a person counts in. */
  wait: (seconds: number) => (seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`),
};
