/** Instants and sizes as the office writes them: always Beijing time, always to the minute. */
import type { OfficeWords } from '../zh-CN/office.ts';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const grouped = new Intl.NumberFormat('en');

export const format: OfficeWords['format'] = {
  instant: (at) => parts.format(new Date(at)),
  count: (value) => grouped.format(value),
  wait: (seconds) => {
    const [count, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
  },
};
