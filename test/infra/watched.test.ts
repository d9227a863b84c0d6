import assert from 'node:assert/strict';
import { attempting } from '../../src/dispatch/attempting.ts';
import { logger } from '../../src/log.ts';
import { readiness } from '../../src/register/health.ts';
import type { Log } from '../../src/register/model/log.ts';
import type { Message } from '../../src/register/model/message.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aDoor } from '../http/a-door.ts';
import { registration } from '../procedure/asked.ts';
import { sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';
import { statusAt } from '../status-at.ts';
import { at, type Deployment, deployments, leaves, ofType, theOnly } from './a-deployment.ts';

/** Lists the paths that the platform asks for. */
const probed = ({ resources }: Deployment): string[] =>
  resources.flatMap(({ properties }) =>
    leaves(properties).flatMap(({ path, value }) =>
      path.at(-1) === 'healthCheckPath' || path.at(-2) === 'httpGet'
        ? typeof value === 'string'
          ? [value]
          : []
        : [],
    ),
  );

describe('the paths by which Azure watches the bot', () => {
  const paths = [...new Set(deployments.flatMap(probed))].sort();

  it('are those of health', () => assert.deepEqual(paths, ['/health/live', '/health/ready']));

  it('are served, as is the one to which Teams sends messages', async () => {
    const door = await aDoor(sqliteStore(':memory:'), '2026-04-01T10:00');
    try {
      assert.equal(await statusAt(`${door.url}/health/live`), 200);
      for (const path of paths) assert.notEqual(await statusAt(door.url + path), 404);
      assert.equal(await statusAt(`${door.url}/api/messages`), 405);
    } finally {
      await door.close();
    }
  });
});

describe('the alerts', () => {
  afterEach(closeOffices);

  /** Returns what the work logs, as it comes out of the bot. */
  async function linesOf(work: (log: Log) => unknown): Promise<string[]> {
    const lines: string[] = [];
    await work(logger('info', { write: (line) => void lines.push(line) }));
    return lines;
  }

  /** Delivers a message, and lists what is logged of it. */
  const delivered = (message: Message) =>
    linesOf(async (log) => {
      const clock = { now: () => '2026-04-01T14:00:00.000Z' as const };
      const attempt = attempting({
        delivery: { deliver: async () => ({ activityId: '1' }) },
        mayReceive: () => true,
        clock,
        log,
      });
      await attempt({ message, dossier: undefined }, [], 0);
    });

  const notSweeping = (log: Log) => {
    const office = anOffice();
    const { store } = office;
    return readiness({ store, register: office, mail: false, isSweeping: () => false, log })();
  };

  /** Registers a complaint whose card arrives nowhere, and returns its messages at four. */
  async function atFour(): Promise<Message[]> {
    const office = anOffice({ undeliverable: () => true });
    await office.file(registration, '1', sanne);
    await office.deliver('K-2026-0001');
    await office.sweepAt('2026-04-01T16:00');
    return (await office.dossier('K-2026-0001'))?.outbox ?? [];
  }

  /** Finds the query of an alert. */
  function queryOf(deployment: Deployment, alert: string): string {
    const found = ofType(deployment, 'Microsoft.Insights/scheduledQueryRules').find(({ name }) =>
      name.endsWith(`-${alert}`),
    );
    return String(at(found?.properties, 'criteria', 'allOf', 0, 'query'));
  }

  /** Tells whether the query looks for that line of the bot. */
  function finds(query: string, line: string): boolean {
    const sought = [...query.matchAll(/line contains (?:"([^"]*)"|'([^']*)')/g)];
    assert.equal(sought.length, 1, query);
    return line.includes(sought[0]?.[1] ?? sought[0]?.[2] ?? assert.fail());
  }

  for (const deployment of deployments) {
    describe(`of ${deployment.name}`, () => {
      it('look where the bot logs', () => {
        const table = theOnly(deployment, 'Microsoft.OperationalInsights/workspaces/tables');
        const name = table.name.split('/').at(-1) ?? '';
        const column = { AppServiceConsoleLogs: 'ResultDescription', ContainerAppConsoleLogs: 'Log' }[name];
        for (const alert of ['errors', 'no-sweep', 'not-forwarded'])
          assert(queryOf(deployment, alert).startsWith(`${name}\n| extend line = ${column}\n`), alert);
      });

      it('find an error', async () => {
        const query = queryOf(deployment, 'errors');
        const [error = ''] = await linesOf((log) => log.error('a message was given up'));
        const [fault = ''] = await linesOf((log) => log.fault('request failed', new Error('x')));
        const [warning = ''] = await linesOf((log) => log.warn('a message will be tried again'));
        assert.deepEqual(
          [error, fault, warning].map((line) => finds(query, line)),
          [true, true, false],
        );
      });

      it('find that there was no sweep', async () => {
        const lines = await linesOf(notSweeping);
        assert(lines.some((line) => finds(queryOf(deployment, 'no-sweep'), line)));
      });

      it('find that a complaint was not forwarded by four, and no other message', async () => {
        const messages = await atFour();
        const found: string[] = [];
        for (const message of messages) {
          const [line = ''] = await delivered(message);
          if (finds(queryOf(deployment, 'not-forwarded'), line)) found.push(message.content.kind);
        }
        assert.deepEqual([...new Set(found)], ['forwarding-alarm']);
        assert(messages.some(({ content }) => content.kind === 'case'));
      });

      it('find that the bot is not ready', async () => {
        const metrics = ofType(deployment, 'Microsoft.Insights/metricAlerts').map((one) =>
          at(one.properties, 'criteria', 'allOf', 0, 'metricName'),
        );
        if (metrics.includes('HealthCheckStatus')) return;
        const lines = await linesOf(notSweeping);
        assert(lines.some((line) => finds(queryOf(deployment, 'not-ready'), line)));
      });

      it('find that Cosmos DB refuses because there is too much at once', () => {
        const dimensions = ofType(deployment, 'Microsoft.Insights/metricAlerts').map((one) =>
          at(one.properties, 'criteria', 'allOf', 0, 'dimensions', 0, 'values', 0),
        );
        assert(dimensions.includes('429'));
      });

      it('go to somebody', () => {
        const group = theOnly(deployment, 'Microsoft.Insights/actionGroups');
        assert.equal(at(group.properties, 'emailReceivers', 0, 'emailAddress'), 'beheer@example.nl');
        const alerts = deployment.resources.filter(({ type }) => /Alerts$|QueryRules$/.test(type));
        assert.equal(alerts.length, 5);
        for (const { properties } of alerts)
          assert(leaves(properties.actions ?? null).some(({ value }) => value === group.id));
      });
    });
  }
});
