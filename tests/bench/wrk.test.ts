import { expect, it } from 'vitest';
import { applyLoad, parseWrk } from './wrk.ts';

const report = `Running 10s test @ http://127.0.0.1:4300/
  1 threads and 100 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.04ms  846.21us  23.05ms   94.27%
    Req/Sec    49.83k     3.21k   53.97k    87.00%
  Latency Distribution
     50%    1.90ms
     75%    2.11ms
     90%    2.51ms
     99%  950.00us
  495841 requests in 10.00s, 7.41GB read
Requests/sec:  49580.93
Transfer/sec:    758.74MB
served=495841
refused=0
failed=0
`;

it('reads rate, latency and counts of a quiet run', () => {
  expect(parseWrk(report)).toEqual({
    requestsPerSecond: 49580.93,
    requests: 495841,
    bytes: 7.41 * 1024 ** 3,
    p50: 1.9,
    p99: 0.95,
    socketErrors: 0,
    notSuccessful: 0,
    counts: { served: 495841, refused: 0, failed: 0 },
  });
});

it('adds up every kind of error', () => {
  const errors = `${report}  Socket errors: connect 1, read 2, write 0, timeout 4
  Non-2xx or 3xx responses: 31
`;
  expect(parseWrk(errors)).toMatchObject({ socketErrors: 7, notSuccessful: 31 });
});

it('takes a text without requests for no report', () => {
  expect(() => parseWrk('unable to connect to 127.0.0.1:4300')).toThrow('wrk reported no requests');
});

it('puts no load on any other machine', async () => {
  const options = { url: 'http://192.0.2.1/', connections: 1, seconds: 1 };
  await expect(applyLoad(options)).rejects.toThrow('Load only at this machine');
});
