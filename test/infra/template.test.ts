import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type JsonObject, leaves } from './a-deployment.ts';

type Described = { type: string; metadata?: { description?: string } };
type Template = {
  parameters?: Record<string, Described>;
  outputs?: Record<string, Described>;
  resources: Record<string, { type: string; properties?: { template?: Template } }>;
};

const text = readFileSync('infra/azuredeploy.json', 'utf8');
const main: Template = JSON.parse(text);

/** Lists a template and those of its modules. */
const withModules = (template: Template): Template[] => [
  template,
  ...Object.values(template.resources).flatMap(({ type, properties }) =>
    type === 'Microsoft.Resources/deployments' && properties?.template
      ? withModules(properties.template)
      : [],
  ),
];

const templates = withModules(main);

describe('the template for Azure', () => {
  it('has modules', () => assert(templates.length > 8));

  for (const kind of ['parameters', 'outputs'] as const) {
    it(`describes all its ${kind}, those of its modules too`, () => {
      const all = templates.flatMap((template) => Object.entries(template[kind] ?? {}));
      assert(all.length > 8);
      assert.deepEqual(
        all.filter(([, { metadata }]) => !metadata?.description).map(([name]) => name),
        [],
      );
    });

    it(`has no secret among its ${kind}`, () => {
      const all = templates.flatMap((template) => Object.entries(template[kind] ?? {}));
      const wrong = all.filter(
        ([name, { type }]) => /^secure/i.test(type) || /password|secret|key$|token/i.test(name),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('asks for no keys', () => {
    assert.deepEqual(text.match(/\blist\w*\(/gi), null);
  });

  it('has no text that looks like a secret', () => {
    const secretLike =
      /AccountKey=|SharedAccess|[?&]sig=|:\/\/[^/\s'"]+:[^/\s'"@]+@|-----BEGIN|[A-Za-z0-9+/]{20,}={1,2}$|^[\w.~-]*\d[\w.~-]{33,}$/;
    const found = leaves(JSON.parse(text) as JsonObject).filter(
      ({ path, value }) => typeof value === 'string' && !path.includes('metadata') && secretLike.test(value),
    );
    assert.deepEqual(found, []);
  });

  it('lets nobody send mail: Exchange gives that right, for one mailbox', () => {
    assert.doesNotMatch(text, /Microsoft\.Graph|appRoleAssign|Mail\.Send/i);
  });
});
