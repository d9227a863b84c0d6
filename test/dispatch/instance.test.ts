import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { hasEnded, instanceName } from '../../src/dispatch/abandoned-claims.ts';

describe('the name of an instance', () => {
  const own = instanceName();
  const named = (pid: unknown, machine = hostname()) => `${machine}|${pid}|an-id/3`;

  it('is another at every start', () => {
    assert.notEqual(instanceName(), own);
  });

  it('tells that a process of this machine has ended', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(hasEnded(named(pid), own), true);
  });

  it('tells that one ended whose process id is now ours', () => {
    assert.equal(hasEnded(named(process.pid), own), true);
  });

  it('leaves what runs, what is elsewhere and what is no name of ours', () => {
    assert.equal(hasEnded(`${own}/7`, own), false);
    assert.equal(hasEnded(named(process.ppid), own), false);
    assert.equal(hasEnded(named(process.pid, 'elsewhere'), own), false);
    for (const name of ['', 'one/1', named('x'), named(0)]) assert.equal(hasEnded(name, own), false, name);
  });
});
