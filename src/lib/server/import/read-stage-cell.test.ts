import { describe, expect, it } from 'vitest';
import { siteData } from './ledger-fixture.ts';
import { readStage } from './read-stage-cell.ts';

const track = siteData.programme.tracks.find(({ id }) => id === 'village');
if (!track) throw new Error('the programme has no villages');

describe('the stage of a cell', () => {
  it.each([
    ['已授予', 'named'],
    ['named', 'named'],
    ['已命名', 'named'],
    ['认 定', 'named'],
    ['撤销', 'revoked'],
    ['已撤销', 'revoked'],
    ['Revoked', 'revoked'],
    ['—', 'none'],
    ['尚未填报', 'none'],
    ['已授予（推断）', 'inferred'],
    ['Named (inferred)', 'inferred'],
    ['创建中', 'unknown'],
    ['未命名', 'unknown'],
    ['constructor', 'unknown'],
  ])('%j is %s', (text, stage) => {
    const reading = readStage(text, track);
    expect(reading.status === 'stage' ? reading.stage.id : reading.status).toBe(stage);
  });
});
